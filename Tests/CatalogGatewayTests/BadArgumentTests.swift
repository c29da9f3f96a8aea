import Testing

@Suite("Arguments that the schema lets through and the gateway refuses")
struct BadArgumentTests {
  @Test(
    "are BAD_USER_INPUT at the field",
    arguments: [
      (
        "package { id }",
        #"Exactly one of the arguments \"id\", \"slug\", \"repoUrl\" must be given, but 0 are."#
      ),
      (
        "package(id: 1, slug: \"a\") { id }",
        #"Exactly one of the arguments \"id\", \"slug\", \"repoUrl\" must be given, but 2 are."#
      ),
      (
        "grid(id: null) { id }",
        #"Exactly one of the arguments \"id\", \"slug\" must be given, but 0 are."#
      ),
      (
        "packages(filter: {created: {gt: \"yesterday\"}}) { id }",
        #"\"yesterday\" is no time for \"created\"; "#
          + "write it as 2025-01-31T00:00:00Z, or with an offset like -05:00."
      ),
      ("packages(first: -1) { id }", #"Argument \"first\" must not be negative, but is -1."#),
      ("grids(offset: -2) { id }", #"Argument \"offset\" must not be negative, but is -2."#),
      (
        "packagesConnection(last: -1) { totalCount }",
        #"Argument \"last\" must not be negative, but is -1."#
      ),
      (
        "packagesConnection(first: 1, last: 1) { totalCount }",
        #"Arguments \"first\" and \"last\" cannot be given together; page in one direction."#
      ),
      (
        "gridsConnection(after: \"nonsense\") { totalCount }",
        #"Argument \"after\" is no cursor of this list; "#
          + "take one from its edges, asked with the same orderBy."
      ),
      (
        "packages(filter: {id: {gt: \"x\"}}) { id }",
        #"\"id\" compares by size, so the id must be a whole number "#
          + "from 0 to 9223372036854775807."
      ),
      (
        "package(repoUrl: 5) { id }",
        #"Argument \"repoUrl\" must be a text."#
      ),
      (
        "packages(filter: {lastUpdated: {eq: 2025}}) { id }",
        #"\"lastUpdated\" must be compared with a time written as text."#
      ),
      (
        "packages(filter: {repoUrl: {eq: 7}}) { id }",
        #"\"repoUrl\" must be compared with a text."#
      ),
    ])
  func refused(field: String, message: String) throws {
    let name = field.prefix { $0.isLetter }
    let nullable = ["package", "grid"].contains(name)
    let data = nullable ? "{\"\(name)\":null}" : "null"
    #expect(
      try SmallCatalog.answer("{ \(field) }") == """
        {"errors":[{"message":"\(message)","locations":[{"line":1,"column":3}],\
        "path":["\(name)"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":\(data)}
        """)
  }

  @Test("a cursor of a list of other records is none of this list")
  func cursorOfOtherRecords() throws {
    let cursor = try SmallCatalog.data(
      "{ gridsConnection(first: 1) { pageInfo { endCursor } } }"
    ).split(separator: "\"")[7]
    let answer = try SmallCatalog.answer(
      "{ packagesConnection(first: 1, after: \"\(cursor)\") { totalCount } }")
    #expect(answer.contains("is no cursor of this list"))
  }

  @Test("a cursor of a list with another order is none of this list")
  func foreignCursor() throws {
    let cursor = try SmallCatalog.data(
      "{ packagesConnection(first: 1, orderBy: {title: ASC}) { pageInfo { endCursor } } }"
    ).split(separator: "\"")[7]
    let (text, outcome) = try SmallCatalog.respond(
      "{ packagesConnection(first: 1, after: \"\(cursor)\") { totalCount } }")
    #expect(text.contains(#""code":"BAD_USER_INPUT""#))
    #expect(outcome == .dataWithErrors(dataIsNull: true))
  }

  @Test("an error at one parent's list is one at each of them")
  func nested() throws {
    #expect(
      try SmallCatalog.answer("{ categories { id packages(first: -1) { id } } }") == """
        {"errors":[{"message":"Argument \\"first\\" must not be negative, but is -1.",\
        "locations":[{"line":1,"column":19}],"path":["categories",0,"packages"],\
        "extensions":{"code":"BAD_USER_INPUT"}}],"data":null}
        """)
  }
}
