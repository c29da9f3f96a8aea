import Testing

@Suite("Code without comments and strings")
struct CodeTextTests {
  @Test(
    "blanks what is prose and keeps what is code",
    arguments: [
      ("let a = 1 // try?", "let a = 1        "),
      ("/* try! */ b", "           b"),
      (#"f("try?", x)"#, "f(      , x)"),
      (#"f("\"try?", x)"#, "f(        , x)"),
      (##"f(#"a"try?"#)"##, "f(          )"),
      ("\"\"\"\ntry!\n\"\"\"; g", "   \n    \n   ; g"),
      ("#expect(h)", "#expect(h)"),
      ("try? h", "try? h"),
    ])
  func blanks(source: String, code: String) {
    #expect(codeText(of: source) == code)
  }
}
