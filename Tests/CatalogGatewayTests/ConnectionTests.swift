import JSON
import Testing

@Suite("Connections")
struct ConnectionTests {
  private func cursor(_ arguments: String) throws -> String {
    let page = try parseJSON(
      SmallCatalog.data(
        "{ packagesConnection(\(arguments)) { pageInfo { endCursor } } }"))["packagesConnection"]
    guard case .string(let cursor)? = page?["pageInfo"]?["endCursor"] else { return "" }
    return cursor
  }

  private static let selections = """
    { totalCount edges { node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage } }
    """

  @Test("a page forwards: edges, nodes, and whether there is more on either side")
  func forwards() throws {
    let first = try SmallCatalog.data("{ packagesConnection(first: 2) \(Self.selections) }")
    #expect(
      first == """
        {"packagesConnection":{"totalCount":5,"edges":[{"node":{"id":"5"}},{"node":{"id":"4"}}],\
        "nodes":[{"id":"5"},{"id":"4"}],\
        "pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}}
        """)
    let after = try cursor("first: 2")
    let rest = try SmallCatalog.data(
      "{ packagesConnection(first: 3, after: \"\(after)\") \(Self.selections) }")
    #expect(
      rest == """
        {"packagesConnection":{"totalCount":5,"edges":[{"node":{"id":"3"}},{"node":{"id":"2"}},\
        {"node":{"id":"1"}}],"nodes":[{"id":"3"},{"id":"2"},{"id":"1"}],\
        "pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}
        """)
  }

  @Test("a page backwards, and one between two cursors")
  func backwards() throws {
    let last = try SmallCatalog.data("{ packagesConnection(last: 2) \(Self.selections) }")
    #expect(
      last == """
        {"packagesConnection":{"totalCount":5,"edges":[{"node":{"id":"2"}},{"node":{"id":"1"}}],\
        "nodes":[{"id":"2"},{"id":"1"}],\
        "pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}
        """)
    let five = try cursor("first: 1")
    let two = try cursor("first: 4")
    let between = try SmallCatalog.data(
      "{ packagesConnection(after: \"\(five)\", before: \"\(two)\") { nodes { id } } }")
    #expect(between == #"{"packagesConnection":{"nodes":[{"id":"4"},{"id":"3"}]}}"#)
  }

  @Test("an edge's cursor leads to what follows the edge, also past a record that is gone")
  func cursors() throws {
    let edges = try parseJSON(
      SmallCatalog.data(
        """
        { packagesConnection(orderBy: {repoWatchers: DESC}) { edges { cursor node { id } }
          pageInfo { startCursor endCursor } } }
        """))["packagesConnection"]
    guard case .array(let list)? = edges?["edges"] else { return #expect(Bool(false)) }
    let cursors = list.compactMap { $0["cursor"] }
    #expect(Set(cursors).count == 5)
    #expect(edges?["pageInfo"]?["startCursor"] == cursors.first)
    #expect(edges?["pageInfo"]?["endCursor"] == cursors.last)
    let rest = try SmallCatalog.data(
      """
      query($after: String) {
        packagesConnection(orderBy: {repoWatchers: DESC}, filter: {id: {ne: 1}}, after: $after) {
          nodes { id } } }
      """, variables: "{\"after\": \(cursors[1])}")
    #expect(rest == #"{"packagesConnection":{"nodes":[{"id":"4"},{"id":"2"},{"id":"5"}]}}"#)
  }

  @Test("of a grid in the origin's order, page after page")
  func originOrder() throws {
    let query = """
      query($after: String) { grid(id: 1) { packagesConnection(first: 2, after: $after) {
        nodes { slug } pageInfo { endCursor hasNextPage } } } }
      """
    let first = try parseJSON(SmallCatalog.data(query))["grid"]?["packagesConnection"]
    #expect(first?["nodes"]?.description == #"[{"slug":"gamma"},{"slug":"alpha"}]"#)
    let cursor = first?["pageInfo"]?["endCursor"] ?? .null
    let rest = try parseJSON(SmallCatalog.data(query, variables: "{\"after\": \(cursor)}"))
    #expect(
      rest["grid"]?["packagesConnection"]?["nodes"]?.description == #"[{"slug":"beta"}]"#)
  }

  @Test("an empty page has no cursors")
  func empty() throws {
    #expect(
      try SmallCatalog.data(
        """
        { packagesConnection(filter: {or: []}) { totalCount nodes { id } edges { cursor }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
        """) == """
          {"packagesConnection":{"totalCount":0,"nodes":[],"edges":[],"pageInfo":\
          {"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}
          """)
  }

  @Test("of each grid and each category: one page a parent")
  func perParent() throws {
    #expect(
      try SmallCatalog.data(
        """
        { gridsConnection(orderBy: {id: ASC}) { totalCount edges { node { slug
            packagesConnection(first: 1, orderBy: {slug: ASC}) {
              totalCount nodes { slug } pageInfo { hasNextPage } } } } }
          categories { packagesConnection(last: 1) { edges { node { slug } }
            pageInfo { hasPreviousPage } } } }
        """) == """
          {"gridsConnection":{"totalCount":3,"edges":[{"node":{"slug":"forms",\
          "packagesConnection":{"totalCount":3,"nodes":[{"slug":"alpha"}],\
          "pageInfo":{"hasNextPage":true}}}},{"node":{"slug":"auth","packagesConnection":\
          {"totalCount":1,"nodes":[{"slug":"alpha"}],"pageInfo":{"hasNextPage":false}}}},\
          {"node":{"slug":"empty","packagesConnection":{"totalCount":0,"nodes":[],\
          "pageInfo":{"hasNextPage":false}}}}]},"categories":[{"packagesConnection":\
          {"edges":[{"node":{"slug":"gamma"}}],"pageInfo":{"hasPreviousPage":true}}},\
          {"packagesConnection":{"edges":[{"node":{"slug":"alpha"}}],\
          "pageInfo":{"hasPreviousPage":true}}}]}
          """)
  }
}
