import Testing

@Suite("§3.5 Scalars and §3.9 Enums: result coercion of JSON data (T4, T5, T6, T12, X8)")
struct JSONDataLeafTests {
  @Test(
    "writes what fits, or can be made to without loss",
    arguments: [
      ("Int", "7", "7"),
      ("Int", "-2147483648", "-2147483648"),
      ("Int", "4.0", "4"),
      ("Int", "1e3", "1000"),
      ("Int", "true", "1"),
      ("Int", "\"12\"", "12"),
      ("Int", "\" 0x1F \"", "31"),
      ("Int", "\" \"", "0"),
      ("Float", "2", "2"),
      ("Float", "1.5", "1.5"),
      ("Float", "false", "0"),
      ("Float", "\".5\"", "0.5"),
      ("Float", "\"5.\"", "5"),
      ("Float", "\"-2.5e-1\"", "-0.25"),
      ("String", "\"\"", "\"\""),
      ("String", "true", "\"true\""),
      ("String", "7", "\"7\""),
      ("String", "1.0", "\"1\""),
      ("String", "1e16", "\"10000000000000000\""),
      ("String", "1.5e300", "\"1.5e+300\""),
      ("Boolean", "false", "false"),
      ("Boolean", "0", "false"),
      ("Boolean", "0.5", "true"),
      ("ID", "\"x\"", "\"x\""),
      ("ID", "7", "\"7\""),
      ("ID", "3.0", "\"3\""),
      ("E", "\"A\"", "\"A\""),
      ("Any", "{\"b\":[1,null],\"a\":{}}", "{\"b\":[1,null],\"a\":{}}"),
    ])
  func fits(type: String, value: String, written: String) throws {
    #expect(
      try jsonResponse("{ a }", schema: schema(type), data: "{\"a\": \(value)}")
        == "{\"data\":{\"a\":\(written)}}")
  }

  @Test(
    "refuses what would lose something, with the value in the message",
    arguments: [
      ("Int", "1.5", "Int cannot represent non-integer value: 1.5"),
      ("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
      ("Int", "1e21", "Int cannot represent non 32-bit signed integer value: 1e+21"),
      ("Int", "\"\"", #"Int cannot represent non-integer value: \"\""#),
      ("Int", "\"1_000\"", #"Int cannot represent non-integer value: \"1_000\""#),
      (
        "Int", "\"2147483648\"",
        #"Int cannot represent non 32-bit signed integer value: \"2147483648\""#
      ),
      ("Int", "[1]", "Int cannot represent non-integer value: [1]"),
      ("Float", "\"Infinity\"", #"Float cannot represent non numeric value: \"Infinity\""#),
      ("Float", "{}", "Float cannot represent non numeric value: {}"),
      ("String", "[1, {\"a\": [2]}]", "String cannot represent value: [1, { a: [Array] }]"),
      ("Boolean", "\"true\"", #"Boolean cannot represent a non boolean value: \"true\""#),
      ("ID", "1.5", "ID cannot represent value: 1.5"),
      ("ID", "true", "ID cannot represent value: true"),
      ("E", "\"a\"", #"Enum \"E\" cannot represent value: \"a\""#),
      ("E", "1", #"Enum \"E\" cannot represent value: 1"#),
    ])
  func refuses(type: String, value: String, message: String) throws {
    #expect(
      try jsonResponse("{ a }", schema: schema(type), data: "{\"a\": \(value)}") == """
        {"errors":[{"message":"\(message)","locations":[{"line":1,"column":3}],"path":["a"]}],\
        "data":{"a":null}}
        """)
  }

  private func schema(_ type: String) -> String {
    "type Query { a: \(type) } enum E { A B } scalar Any"
  }
}
