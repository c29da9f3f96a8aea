import Testing

@testable import GraphQLLanguage

/// The kinds and texts of all tokens of a text.
private func tokens(of text: String) throws -> [String] {
  let bytes = Array(text.utf8)
  var tokens: [String] = []
  var token = try Lexer.token(after: 0, in: bytes.span)
  while token.kind != .endOfFile {
    tokens.append("\(token.kind) \(Source(bytes).text(token.range))")
    token = try Lexer.token(after: Int(token.end), in: bytes.span)
  }
  return tokens
}

@Suite("§2.1 Source Text (L1)")
struct SourceTextTests {
  @Test(
    "has any Unicode scalar value in strings and comments",
    arguments: [
      "\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
      "\u{10000}", "\u{10FFFF}",
    ])
  func scalars(scalar: String) throws {
    #expect(try tokens(of: "#\(scalar)\n\"\(scalar)\" \"\"\"\(scalar)\"\"\"").count == 2)
  }

  @Test(
    "has nothing but ASCII outside of them",
    arguments: [
      Failure("é", "Unexpected character: U+00E9.", 1, 1),
      Failure("{ é }", "Unexpected character: U+00E9.", 1, 3),
      Failure("{ a\u{A0}}", "Unexpected character: U+00A0.", 1, 4),
      Failure("{\u{2028}a}", "Unexpected character: U+2028.", 1, 2),
      Failure("{ a }\u{B}", "Unexpected character: U+000B.", 1, 6),
      Failure("\u{0}", "Unexpected character: U+0000.", 1, 1),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }

  @Test(
    "is well-formed UTF-8",
    arguments: [
      ([0x80], "byte 0x80, which is not UTF-8"), ([0xFF], "byte 0xFF, which is not UTF-8"),
      ([0xC0, 0x80], "byte 0xC0, which is not UTF-8"),
      ([0xC3], "byte 0xC3, which is not UTF-8"), ([0xC3, 0x28], "byte 0xC3, which is not UTF-8"),
      ([0xE0, 0x80, 0x80], "byte 0xE0, which is not UTF-8"),
      ([0xED, 0xA0, 0x80], "U+D800"), ([0xED, 0xBF, 0xBF], "U+DFFF"),
      ([0xE2, 0x82], "byte 0xE2, which is not UTF-8"),
      ([0xF0, 0x80, 0x80, 0x80], "byte 0xF0, which is not UTF-8"),
      ([0xF4, 0x90, 0x80, 0x80], "byte 0xF4, which is not UTF-8"),
      ([0xF0, 0x9F, 0x98], "byte 0xF0, which is not UTF-8"),
    ] as [([UInt8], String)])
  func refusesIllFormed(bytes: [UInt8], name: String) {
    let places = [
      ("{ ", "Invalid character: "), ("{ a(b: \"", "Invalid character within String: "),
      ("{ a(b: \"\"\"", "Invalid character within String: "), ("{ # ", "Invalid character: "),
    ]
    for (before, message) in places {
      let source = Source(Array(before.utf8) + bytes + Array("\" }".utf8))
      let failure = Failure("", "\(message)\(name).", 1, before.utf8.count + 1)
      #expect(syntaxError(in: source) == failure.error)
    }
  }

  @Test("may be any bytes: none of them makes the parser trap")
  func garbage() {
    var state: UInt64 = 42
    let alphabet = Array("{}()[]!$&|=:@.\"\\#,-0e1aué\r\n\tuery ".utf8) + [0xFF, 0xEF, 0xBB, 0xBF]
    for length in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<length % 60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      _ = syntaxError(in: Source(bytes))
    }
  }
}

@Suite("§2.1.1 White Space (L2)")
struct WhiteSpaceTests {
  @Test("is space and tab")
  func separates() throws {
    #expect(try tokens(of: " a\tb \t c ") == ["name a", "name b", "name c"])
  }

  @Test(
    "is nothing else that looks like it",
    arguments: [
      Failure("{ a\u{B}b }", "Unexpected character: U+000B.", 1, 4),
      Failure("{ a\u{C}b }", "Unexpected character: U+000C.", 1, 4),
      Failure("{ a\u{85}b }", "Unexpected character: U+0085.", 1, 4),
      Failure("{ a\u{A0}b }", "Unexpected character: U+00A0.", 1, 4),
      Failure("{ a\u{1680}b }", "Unexpected character: U+1680.", 1, 4),
      Failure("{ a\u{2003}b }", "Unexpected character: U+2003.", 1, 4),
      Failure("{ a\u{202F}b }", "Unexpected character: U+202F.", 1, 4),
      Failure("{ a\u{3000}b }", "Unexpected character: U+3000.", 1, 4),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.1.2 Line Terminators (L2)")
struct LineTerminatorTests {
  @Test(
    "are LF, CR and CRLF, which is one",
    arguments: [
      ("\n?", 2, 1), ("\r?", 2, 1), ("\r\n?", 2, 1), ("\n\r?", 3, 1), ("\r\r\n\n?", 4, 1),
      ("\n {\r\n  ?", 3, 3),
    ])
  func count(text: String, line: Int, column: Int) {
    Failure(text, #"Unexpected character: "?"."#, line, column).check()
  }
}

@Suite("§2.1.3 Comments (L3)")
struct CommentTests {
  @Test("go from a number sign to the end of the line")
  func ignored() throws {
    #expect(try tokens(of: "#a\nb #\"\rc # d\r\ne ##é") == ["name b", "name c", "name e"])
  }
}

@Suite("§2.1.4 Insignificant Commas (L3)")
struct CommaTests {
  @Test("are ignored, as many as there are")
  func ignored() throws {
    #expect(try tokens(of: ",a,,b , ,c") == ["name a", "name b", "name c"])
  }
}

@Suite("§2.1.6 Ignored Tokens (L3)")
struct IgnoredTokenTests {
  @Test("a byte order mark is one wherever it stands")
  func byteOrderMark() throws {
    #expect(try tokens(of: "\u{FEFF}a\u{FEFF}b \u{FEFF}\u{FEFF}") == ["name a", "name b"])
  }
}

@Suite("§2.1.7 Punctuators (L4)")
struct PunctuatorTests {
  @Test("are these and no others")
  func all() throws {
    #expect(
      try tokens(of: "!$&()...:=@[]{|}") == [
        "exclamationMark !", "dollar $", "ampersand &", "leftParenthesis (", "rightParenthesis )",
        "spread ...", "colon :", "equals =", "at @", "leftBracket [", "rightBracket ]",
        "leftBrace {", "pipe |", "rightBrace }",
      ])
  }

  @Test(
    "refuses anything else, at the place",
    arguments: [
      Failure("..", #"Unexpected "..", did you mean "..."?"#, 1, 1),
      Failure("{ ..a }", #"Unexpected "..", did you mean "..."?"#, 1, 3),
      Failure("{ .5 }", #"Invalid number, expected digit before ".", did you mean "0.5"?"#, 1, 3),
      Failure("{ . }", #"Unexpected character: "."."#, 1, 3),
      Failure("?", #"Unexpected character: "?"."#, 1, 1),
      Failure("{ a; b }", #"Unexpected character: ";"."#, 1, 4),
      Failure("{ a < b }", #"Unexpected character: "<"."#, 1, 5),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.1.8 Names (L5)")
struct NameTests {
  @Test("have letters, digits and underscores, and are as long as they can be")
  func names() throws {
    #expect(
      try tokens(of: "a Z _ __x a1B2_ azAZ09 on") == [
        "name a", "name Z", "name _", "name __x", "name a1B2_", "name azAZ09", "name on",
      ])
  }

  @Test(
    "do not start with a digit or contain a minus sign, and differ in case",
    arguments: [
      Failure("Query { a }", #"Unexpected Name "Query"."#, 1, 1),
      Failure("{ a-b }", #"Invalid number, expected digit but got: "b"."#, 1, 5),
      Failure("9a { b }", #"Invalid number, expected digit but got: "a"."#, 1, 2),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}
