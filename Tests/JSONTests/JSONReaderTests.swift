import JSON
import Testing

@Suite("JSONReader")
struct JSONReaderTests {
  @Test("walks a value without building it")
  func walks() throws {
    var reader = JSONReader(Array(#"{"id": 7, "tags": ["a", "b\n"], "x": [{}], "on": true}"#.utf8))
    var seen: [String] = []
    try reader.enterObject()
    while let name = try reader.nextMember() {
      if reader.matches(name, "id") {
        seen.append("id \(try reader.readInt())")
      } else if reader.matches(name, "tags") {
        try reader.enterArray()
        while try reader.nextElement() { seen.append(reader.text(of: try reader.readString())) }
      } else if reader.matches(name, "on") {
        seen.append("on \(try reader.readBoolean())")
      } else {
        try reader.skipValue()
      }
    }
    try reader.finish()
    #expect(seen == ["id 7", "a", "b\n", "on true"])
  }

  @Test(
    "names the kind that was asked for and the one that is there",
    arguments: [
      (#""7""#, JSONKind.string), ("[7]", .array), ("true", .boolean), ("null", .null),
    ])
  func mismatch(text: String, found: JSONKind) {
    var reader = JSONReader(Array(text.utf8))
    let error = #expect(throws: JSONError.self) { try reader.readInt() }
    #expect(error?.reason == .mismatch(expected: .number, found: found))
  }

  @Test("takes a whole number only", arguments: ["1.0", "1e2", "9223372036854775808"])
  func notAnInteger(text: String) {
    var reader = JSONReader(Array(text.utf8))
    let error = #expect(throws: JSONError.self) { try reader.readInt() }
    #expect(error == JSONError(.notAnInteger, at: JSONPosition()))
  }

  @Test("takes null only where it stands")
  func takesNull() throws {
    var reader = JSONReader(Array("[null, 1]".utf8))
    try reader.enterArray()
    #expect(try reader.nextElement())
    #expect(try reader.takeNull())
    #expect(try reader.nextElement())
    #expect(try !reader.takeNull())
    #expect(try reader.readInt() == 1)
    #expect(try !reader.nextElement())
  }

  @Test("checks what it skips", arguments: ["[1,]", #"{"a":}"#, #""\q""#, "[tru]"])
  func checksSkipped(text: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONError.self) { try reader.skipValue() }
  }
}
