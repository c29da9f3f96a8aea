import JSON
import Testing

@Suite("Writing JSON")
struct WriteJSONTests {
  @Test(
    "writes compact text that reads back the same",
    arguments: [
      "null", "true", "-9223372036854775808", "0.1", "1.5e-07", "[]", "{}", "[1,[],{}]",
      #"{"b":"x","a":[1,2.5,null]}"#,
    ])
  func compact(text: String) throws {
    #expect(try parseJSON(text).description == text)
  }

  @Test("indents lists and objects that are not empty")
  func indented() throws {
    var output: [UInt8] = []
    appendJSON(try parseJSON(#"{"a":[1,{"b":[]}],"c":{}}"#), indent: 2, to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        {
          "a": [
            1,
            {
              "b": []
            }
          ],
          "c": {}
        }
        """)
  }

  @Test(
    "writes whole numbers in full",
    arguments: [
      (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (.max, "9223372036854775807"),
      (.min, "-9223372036854775808"),
    ] as [(Int64, String)])
  func integers(number: Int64, expected: String) {
    var output: [UInt8] = []
    appendJSONNumber(number, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }
}
