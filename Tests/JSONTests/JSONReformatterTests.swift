import JSON
import Testing

@Suite("Layout of JSON")
struct JSONReformatterTests {
  private static let compact =
    #"{"data":{"a":[1,-2.5e3,null],"b":{},"c":[],"d":"x, {\"y\":\\\" } é"},"errors":[{}]}"#

  private static let indented = #"""
    {
      "data": {
        "a": [
          1,
          -2.5e3,
          null
        ],
        "b": {},
        "c": [],
        "d": "x, {\"y\":\\\" } é"
      },
      "errors": [
        {}
      ]
    }
    """#

  @Test("indents, wherever the text is cut", arguments: [1, 2, 3, 7, 1000])
  func indents(chunkBytes: Int) {
    #expect(reformat(Self.compact, isIndented: true, chunkBytes: chunkBytes) == Self.indented)
  }

  @Test("takes white space away", arguments: [1, 5, 1000])
  func compacts(chunkBytes: Int) {
    #expect(reformat(Self.indented, isIndented: false, chunkBytes: chunkBytes) == Self.compact)
    #expect(reformat(Self.compact, isIndented: false, chunkBytes: chunkBytes) == Self.compact)
  }

  @Test(
    "has a line for each member and element; empty brackets stay together",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), ("1", "1"), (#""[,""#, #""[,""#),
      (#"{"a":[],"b":{}}"#, "{\n    \"a\": [],\n    \"b\": {}\n}"),
      (#"["a",{"b":null}]"#, "[\n    \"a\",\n    {\n        \"b\": null\n    }\n]"),
    ])
  func lines(json: String, text: String) {
    var reformatter = JSONReformatter(indent: 4)
    var output: [UInt8] = []
    reformatter.reformat(Array(json.utf8), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == text)
  }

  @Test("indents what is indented to the same")
  func idempotent() {
    #expect(reformat(Self.indented, isIndented: true, chunkBytes: 9) == Self.indented)
  }

  @Test(
    "notices a member of the object at the top only",
    arguments: [
      (#"{"errors":[{"message":"no"}]}"#, true),
      (#"{"data":null , "errors" : []}"#, true),
      (#"{"data":{"errors":[1]}}"#, false),
      (#"{"data":"errors"}"#, false),
      (#"{"data":["errors"],"extensions":{"errors":1}}"#, false),
      (#"["errors"]"#, false),
    ])
  func errors(text: String, hasErrors: Bool) {
    var reformatter = JSONReformatter(indent: nil, watchingFor: "errors")
    var output: [UInt8] = []
    for byte in text.utf8 { reformatter.reformat([byte], into: &output) }
    #expect(reformatter.hasWatchedMember == hasErrors)
  }

  private func reformat(_ text: String, isIndented: Bool, chunkBytes: Int) -> String {
    var reformatter = JSONReformatter(indent: isIndented ? 2 : nil)
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reformatter.reformat(Array(rest.prefix(chunkBytes)), into: &output)
      rest = rest.dropFirst(chunkBytes)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
