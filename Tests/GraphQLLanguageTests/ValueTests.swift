import GraphQLLanguage
import Testing

/// The outline of a text that is a value, or why it is none.
private func outline(ofValue text: String) -> String {
  let source = Source(text)
  do {
    let (document, value) = try parseValue(source)
    return Outline.text(of: value, in: document)
  } catch {
    return GraphQLError(error, in: source).message
  }
}

@Suite("§2.10.1 Int Value (L6)")
struct IntValueTests {
  @Test(
    "is an integer without leading zeros",
    arguments: ["0", "-0", "1", "-9", "42", "9007199254740993", "123456789012345678901234567890"])
  func accepts(text: String) {
    #expect(outline(ofValue: text) == "int:\(text)")
  }

  @Test(
    "is refused with a leading zero, a plus sign or letters after it",
    arguments: [
      Failure("{ a(b: 00) }", #"Invalid number, unexpected digit after 0: "0"."#, 1, 9),
      Failure("{ a(b: 01) }", #"Invalid number, unexpected digit after 0: "1"."#, 1, 9),
      Failure("{ a(b: -01) }", #"Invalid number, unexpected digit after 0: "1"."#, 1, 10),
      Failure("{ a(b: -) }", #"Invalid number, expected digit but got: ")"."#, 1, 9),
      Failure("{ a(b: 0x1) }", #"Invalid number, expected digit but got: "x"."#, 1, 9),
      Failure("{ a(b: 123L) }", #"Invalid number, expected digit but got: "L"."#, 1, 11),
      Failure("{ a(b: 1_000) }", #"Invalid number, expected digit but got: "_"."#, 1, 9),
      Failure("{ a(b: -a) }", #"Invalid number, expected digit but got: "a"."#, 1, 9),
      Failure("{ a(b: +1) }", #"Unexpected character: "+"."#, 1, 8),
      Failure("{ a(b: --1) }", #"Invalid number, expected digit but got: "-"."#, 1, 9),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.10.2 Float Value (L7)")
struct FloatValueTests {
  @Test(
    "has a fraction, an exponent or both",
    arguments: ["0.0", "-0.5", "4.123", "1e5", "1E5", "1e+5", "1e-5", "-1.5e+3", "0e0", "0.00e00"])
  func accepts(text: String) {
    #expect(outline(ofValue: text) == "float:\(text)")
  }

  @Test(
    "is refused without digits on both sides of the point or after the exponent",
    arguments: [
      Failure("{ a(b: 1.) }", #"Invalid number, expected digit but got: ")"."#, 1, 10),
      Failure("{ a(b: 1.a) }", #"Invalid number, expected digit but got: "a"."#, 1, 10),
      Failure(
        "{ a(b: .5) }", #"Invalid number, expected digit before ".", did you mean "0.5"?"#, 1, 8),
      Failure("{ a(b: 1e) }", #"Invalid number, expected digit but got: ")"."#, 1, 10),
      Failure("{ a(b: 1e+) }", #"Invalid number, expected digit but got: ")"."#, 1, 11),
      Failure("{ a(b: 1.2.3) }", #"Invalid number, expected digit but got: "."."#, 1, 11),
      Failure("{ a(b: 1.2e3.4) }", #"Invalid number, expected digit but got: "."."#, 1, 13),
      Failure("{ a(b: 1e5x) }", #"Invalid number, expected digit but got: "x"."#, 1, 11),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.10.3 Boolean Value (L11)")
struct BooleanValueTests {
  @Test(
    "is true or false, in lower case",
    arguments: [
      ("true", "boolean:true"), ("false", "boolean:false"), ("True", "enum:True"),
      ("FALSE", "enum:FALSE"),
    ])
  func reads(text: String, outline expected: String) {
    #expect(outline(ofValue: text) == expected)
  }
}

@Suite("§2.10.4 String Value")
struct StringValueTests {
  @Test(
    "stands for its characters and those that it escapes (L8, L9)",
    arguments: [
      (#""""#, ""), (#""simple""#, "simple"), (#"" white space ""#, " white space "),
      (#""\" \\ \/ \b \f \n \r \t""#, "\" \\ / \u{8} \u{C} \n \r \t"),
      (#""é 😀""#, "é 😀"), (#""\u00e9\u00E9""#, "éé"), (#""\uD83D\uDCA9""#, "\u{1F4A9}"),
      (#""\u{41}\u{1f600}\u{00000041}\u{10FFFF}\u{0}""#, "A\u{1F600}A\u{10FFFF}\u{0}"),
      (#""\uDBFF\uDFFF\uFFFF\u0000""#, "\u{10FFFF}\u{FFFF}\u{0}"), (#""a#b,c""#, "a#b,c"),
    ])
  func content(text: String, content: String) throws {
    let (document, value) = try parseConstValue(Source(text))
    #expect(document.string(of: value) == content)
  }

  @Test(
    "is refused with a line terminator or another escape sequence in it (L8, L9)",
    arguments: [
      Failure(
        "{ a(b: 'c') }",
        #"Unexpected single quote character ('), did you mean to use a double quote (")?"#, 1, 8),
      Failure(#"{ a(b: ""#, "Unterminated string.", 1, 9),
      Failure(#"{ a(b: "c) }"#, "Unterminated string.", 1, 13),
      Failure("{ a(b: \"c\nd\") }", "Unterminated string.", 1, 10),
      Failure("{ a(b: \"c\rd\") }", "Unterminated string.", 1, 10),
      Failure(#"{ a(b: "\x") }"#, #"Invalid character escape sequence: "\x"."#, 1, 9),
      Failure(#"{ a(b: "\"#, #"Invalid character escape sequence: "\"."#, 1, 9),
      Failure(#"{ a(b: "\u") }"#, #"Invalid Unicode escape sequence: "\u") }"."#, 1, 9),
      Failure(#"{ a(b: "\u00") }"#, #"Invalid Unicode escape sequence: "\u00")"."#, 1, 9),
      Failure(#"{ a(b: "\u00g0") }"#, #"Invalid Unicode escape sequence: "\u00g0"."#, 1, 9),
      Failure(#"{ a(b: "\uDEAD") }"#, #"Invalid Unicode escape sequence: "\uDEAD"."#, 1, 9),
      Failure(#"{ a(b: "\uD83D") }"#, #"Invalid Unicode escape sequence: "\uD83D"."#, 1, 9),
      Failure(#"{ a(b: "\uD83D\u0041") }"#, #"Invalid Unicode escape sequence: "\uD83D"."#, 1, 9),
      Failure(#"{ a(b: "\uDCA9\uD83D") }"#, #"Invalid Unicode escape sequence: "\uDCA9"."#, 1, 9),
      Failure(#"{ a(b: "\u{}") }"#, #"Invalid Unicode escape sequence: "\u{}"."#, 1, 9),
      Failure(#"{ a(b: "\u{110000}") }"#, #"Invalid Unicode escape sequence: "\u{110000}"."#, 1, 9),
      Failure(#"{ a(b: "\u{DEAD}") }"#, #"Invalid Unicode escape sequence: "\u{DEAD}"."#, 1, 9),
      Failure(#"{ a(b: "\u{41") }"#, #"Invalid Unicode escape sequence: "\u{41""."#, 1, 9),
      Failure(
        #"{ a(b: "\u{0000000041}") }"#, #"Invalid Unicode escape sequence: "\u{000000004"."#, 1, 9),
      Failure(#"{ a(b: "\u{é}") }"#, #"Invalid Unicode escape sequence: "\u{é"."#, 1, 9),
      Failure(#"{ a(b: "\é") }"#, #"Invalid character escape sequence: "\é"."#, 1, 9),
      Failure(#"{ a(b: "\😀") }"#, #"Invalid character escape sequence: "\😀"."#, 1, 9),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }

  @Test(
    "in triple quotation marks stands for its lines without their common indentation (L10)",
    arguments: [
      (#""""""""#, ""), (#""""a""""#, "a"), (#"""" a """"#, " a "), (#""""   """"#, ""),
      (#"""" a "b" \n \u{41} ""c """"#, #" a "b" \n \u{41} ""c "#),
      (#""""a \""" b \"" \\""" c""""#, #"a """ b \"" \""" c"#),
      ("\"\"\"\n    a\n      b\n    c\n  \"\"\"", "a\n  b\nc"),
      ("\"\"\"    a\n      b\n\n    c\"\"\"", "    a\n  b\n\nc"),
      ("\"\"\"\n\n  \n  a\n \t\n\n\"\"\"", "a"), ("\"\"\"\n\ta\n \tb\n\"\"\"", "a\n\tb"),
      ("\"\"\"a\r\nb\rc\nd\r\"\"\"", "a\nb\nc\nd"), ("\"\"\"a\n b\n  \n  c\"\"\"", "a\nb\n \n c"),
      ("\"\"\"\n \u{A0}a\n \u{A0}b\"\"\"", "\u{A0}a\n\u{A0}b"),
      ("\"\"\"\n\\\"\"\"\n\"\"\"", "\"\"\""),
    ])
  func blockContent(text: String, content: String) throws {
    let (document, value) = try parseConstValue(Source(text))
    #expect(document.string(of: value) == content)
  }

  @Test(
    "in triple quotation marks is refused without an end (L10)",
    arguments: [
      Failure(#"{ a(b: """"#, "Unterminated string.", 1, 11),
      Failure(#"{ a(b: """c"") }"#, "Unterminated string.", 1, 17),
      Failure("{ a(b: \"\"\"c\n\\\"\"\") }", "Unterminated string.", 2, 8),
      Failure(#"{ a(b: """"""") }"#, "Unterminated string.", 1, 18),
    ])
  func refusesBlock(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.10.5 Null Value (L11)")
struct NullValueTests {
  @Test("is null, in lower case", arguments: [("null", "null"), ("Null", "enum:Null")])
  func reads(text: String, outline expected: String) {
    #expect(outline(ofValue: text) == expected)
  }
}

@Suite("§2.10.6 Enum Value (L11)")
struct EnumValueTests {
  @Test("is any other name", arguments: ["A", "on", "query", "nulls", "_true"])
  func reads(text: String) {
    #expect(outline(ofValue: text) == "enum:\(text)")
  }
}

@Suite("§2.10.7 List Value (L11)")
struct ListValueTests {
  @Test(
    "is a list of values in brackets",
    arguments: [
      ("[]", "[]"), ("[1]", "[int:1]"),
      ("[1 2, [3 [4], []]]", "[int:1, int:2, [int:3, [int:4], []]]"),
      ("[[1, 2], 3, [4]]", "[[int:1, int:2], int:3, [int:4]]"),
      ("[$a, {b: [1]}, \"c\"]", "[$a, {b: [int:1]}, string:\"c\"]"),
    ])
  func reads(text: String, outline expected: String) {
    #expect(outline(ofValue: text) == expected)
  }
}

@Suite("§2.10.8 Input Object Values (L11)")
struct ObjectValueTests {
  @Test(
    "is a list of names and values in braces",
    arguments: [
      ("{}", "{}"), ("{a: 1}", "{a: int:1}"),
      ("{a: {b: {c: null}} d: [{e: F}], a: 2}", "{a: {b: {c: null}}, d: [{e: enum:F}], a: int:2}"),
    ])
  func reads(text: String, outline expected: String) {
    #expect(outline(ofValue: text) == expected)
  }

  @Test(
    "is refused, like any value, with anything missing",
    arguments: [
      Failure("{ a(b: {c}) }", #"Expected ":", found "}"."#, 1, 10),
      Failure("{ a(b: {c: }) }", #"Unexpected "}"."#, 1, 12),
      Failure("{ a(b: {1: 2}) }", #"Expected Name, found Int "1"."#, 1, 9),
      Failure("{ a(b: [) }", #"Unexpected ")"."#, 1, 9),
      Failure("{ a(b: [1}) }", #"Unexpected "}"."#, 1, 10),
      Failure("{ a(b: !) }", #"Unexpected "!"."#, 1, 8),
      Failure("{ a(b: $) }", #"Expected Name, found ")"."#, 1, 9),
      Failure("{ a(b: $1) }", #"Expected Name, found Int "1"."#, 1, 9),
      Failure("{ a(b: @c) }", #"Unexpected "@"."#, 1, 8),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.10 Input Values (L11)")
struct InputValueTests {
  @Test(
    "parseValue reads one value and nothing more",
    arguments: [
      ("", "Syntax Error: Unexpected <EOF>."),
      ("1 2", #"Syntax Error: Expected <EOF>, found Int "2"."#), ("$a", "$a"),
    ])
  func readsOne(text: String, outline expected: String) {
    #expect(outline(ofValue: text) == expected)
  }

  @Test("parseConstValue refuses a variable", arguments: ["$a", "[$a]", "{b: $a}"])
  func refusesVariables(text: String) {
    let source = Source(text)
    #expect {
      try parseConstValue(source)
    } throws: { error in
      guard let error = error as? SyntaxError else { return false }
      return GraphQLError(error, in: source).message
        == #"Syntax Error: Unexpected variable "$a" in constant value."#
    }
  }
}
