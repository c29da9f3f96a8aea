import Testing

@Suite("§5.2.3.1 Lone Anonymous Operation (L13)")
struct LoneAnonymousOperationTests {
  @Test(
    "accepts one anonymous operation, fragments beside it",
    arguments: [
      "{ venue { ...F } } fragment F on Venue { name }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an anonymous operation beside others",
    arguments: [
      Refusal(
        #"""
        { venue { name } }
        query A { venue { name } }
        """#,
        Problem(
          "This anonymous operation must be the only defined operation.",
          "1:1")),
      Refusal(
        #"""
        { venue { name } }
        query { venue { name } }
        """#,
        Problem(
          "This anonymous operation must be the only defined operation.",
          "1:1"),
        Problem(
          "This anonymous operation must be the only defined operation.",
          "2:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
