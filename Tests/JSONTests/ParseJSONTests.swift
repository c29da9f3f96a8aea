import JSON
import Testing

@Suite("RFC 8259 §2 JSON Grammar")
struct ParseJSONTests {
  @Test(
    "reads every kind of value",
    arguments: [
      ("null", JSONValue.null),
      (" \t\r\ntrue ", .boolean(true)),
      ("false", .boolean(false)),
      ("0", .int(0)),
      ("-12", .int(-12)),
      ("9223372036854775807", .int(.max)),
      ("-9223372036854775808", .int(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("1.50", .number(1.5)),
      ("-2e3", .number(-2000)),
      ("1E-2", .number(0.01)),
      (#""""#, .string("")),
      ("[]", .array([])),
      ("[1, [2]]", .array([.int(1), .array([.int(2)])])),
      ("{}", .object([])),
      (
        #"{"b": 1, "a": {"c": null}}"#,
        .object([
          JSONMember(name: "b", value: .int(1)),
          JSONMember(name: "a", value: .object([JSONMember(name: "c", value: .null)])),
        ])
      ),
    ])
  func accepts(text: String, expected: JSONValue) throws {
    #expect(try parseJSON(text) == expected)
  }

  @Test(
    "refuses what the grammar does not give, and says where",
    arguments: [
      ("", JSONError.Reason.expected(.value, found: nil), 0),
      ("nul", .expected(.value, found: UInt8(ascii: "n")), 0),
      ("True", .expected(.value, found: UInt8(ascii: "T")), 0),
      ("1 2", .expected(.endOfText, found: UInt8(ascii: "2")), 2),
      ("01", .leadingZero, 0),
      ("-", .expected(.digit, found: nil), 1),
      ("1.", .expected(.digit, found: nil), 2),
      ("1e+", .expected(.digit, found: nil), 3),
      (".5", .expected(.value, found: UInt8(ascii: ".")), 0),
      ("+1", .expected(.value, found: UInt8(ascii: "+")), 0),
      ("1e999", .numberOutOfRange, 0),
      ("[1,]", .expected(.value, found: UInt8(ascii: "]")), 3),
      ("[1 2]", .expected(.commaOrClosingBracket, found: UInt8(ascii: "2")), 3),
      ("[1", .expected(.commaOrClosingBracket, found: nil), 2),
      (#"{"a":1,}"#, .expected(.memberName, found: UInt8(ascii: "}")), 7),
      (#"{"a" 1}"#, .expected(.colon, found: UInt8(ascii: "1")), 5),
      (#"{"a":1 "b":2}"#, .expected(.commaOrClosingBrace, found: UInt8(ascii: "\"")), 7),
      ("{a:1}", .expected(.memberName, found: UInt8(ascii: "a")), 1),
      ("[1}", .expected(.commaOrClosingBracket, found: UInt8(ascii: "}")), 2),
      ("\"a\nb\"", .controlCharacter(0x0A), 2),
      (#""abc"#, .unterminatedString, 0),
      (#""a\"#, .unterminatedString, 2),
      (#""\x""#, .invalidEscape, 1),
      (#""\u12g4""#, .invalidEscape, 1),
    ])
  func refuses(text: String, reason: JSONError.Reason, offset: Int) {
    let position = JSONPosition(offset: offset, line: 1, column: offset + 1)
    // A line break before the error would count; only one case has it behind.
    #expect(throws: JSONError(reason, at: position)) { try parseJSON(text) }
  }

  @Test("names the line and the column of an error")
  func position() {
    let error = #expect(throws: JSONError.self) { try parseJSON("{\n  \"a\": 1,\n  b\n}") }
    #expect(error?.position == JSONPosition(offset: 14, line: 3, column: 3))
    #expect(
      error?.description
        == "Expected a member's name in quotes, found \"b\" (line 3, column 3)")
  }

  @Test("keeps repeated members; the last one is found by name")
  func repeatedMembers() throws {
    let value = try parseJSON(#"{"a": 1, "a": 2}"#)
    #expect(value["a"] == .int(2))
    #expect(value == .object([.init(name: "a", value: .int(1)), .init(name: "a", value: .int(2))]))
  }

  @Test("refuses nesting beyond the limit, however deep the text is")
  func nesting() throws {
    let limits = JSONLimits(nestingDepth: 3)
    #expect(try parseJSON("[[[1]]]", limits: limits) != .null)
    #expect(throws: JSONError.self) { try parseJSON("[[[[1]]]]", limits: limits) }
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONError.self) { try parseJSON(deep) }
    #expect(error?.reason == .nestedTooDeeply(limit: 200))
  }

  @Test("reads a part of a text and counts places from its start")
  func slice() throws {
    let bytes = Array("junk[1,2]junk".utf8)
    #expect(try parseJSON(bytes, in: 4..<9) == .array([.int(1), .int(2)]))
    let start = JSONPosition(offset: 100, line: 7, column: 5)
    let error = #expect(throws: JSONError.self) { try parseJSON(bytes, in: 4..<8, from: start) }
    #expect(error?.position == JSONPosition(offset: 104, line: 7, column: 9))
  }
}
