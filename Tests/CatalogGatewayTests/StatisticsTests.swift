import CatalogGateway
import CatalogStore
import JSON
import Testing

/// The store is asked as often as the query's shape says, whatever the catalog's size.
@Suite("extensions.stats")
struct StatisticsTests {
  private static let small = Result { try generated(packages: 20) }
  private static let large = Result { try generated(packages: 2_000) }

  private static func generated(packages: Int) throws -> Gateway {
    var lines: [UInt8] = []
    try generateCatalog(packages: packages, seed: 7) { lines += $0 }
    return try SmallCatalog.gateway(over: String(decoding: lines, as: UTF8.self))
  }

  /// A query's lookups, and its statements where no list is read page by page.
  struct Shape: Sendable, CustomTestStringConvertible {
    let query: String
    let lookups: Int
    var statements: Int?

    var testDescription: String { query }
  }

  @Test(
    "lookups, the same for twenty packages and for two thousand",
    arguments: [
      Shape(query: "{ __typename }", lookups: 0, statements: 0),
      Shape(query: "{ __schema { types { name fields { name } } } }", lookups: 0, statements: 0),
      Shape(query: "{ package(id: 3) { id title slug repoUrl } }", lookups: 1, statements: 1),
      Shape(query: "{ package(slug: \"none\") { id category { id } } }", lookups: 1, statements: 1),
      Shape(
        query: """
          { package(id: 3) { title grids { title packages {
            title slug repoWatchers category { title } } } } }
          """, lookups: 4),
      Shape(query: "{ packages { id } }", lookups: 1, statements: 1),
      Shape(
        query: "{ packages(first: 1000) { id category { title } } }", lookups: 2, statements: 2),
      Shape(query: "{ a: packages { id } b: packages { title } }", lookups: 1, statements: 1),
      Shape(
        query: "{ a: packages(first: 2) { id } b: packages(first: 3) { id } }", lookups: 2,
        statements: 2),
      Shape(query: "{ grids(first: 20) { title packages { title grids { title } } } }", lookups: 3),
      Shape(query: "{ grids { packages(first: 2) { id } } }", lookups: 2),
      Shape(query: "{ grids { packageCount a: packageCount } }", lookups: 2, statements: 2),
      Shape(query: "{ categories { packageCount packages(first: 1) { gridCount } } }", lookups: 4),
      Shape(query: "{ packagesConnection { totalCount } }", lookups: 1, statements: 1),
      Shape(query: "{ packagesConnection { nodes { id } } }", lookups: 1, statements: 1),
      Shape(
        query: "{ packagesConnection { totalCount edges { cursor node { id } } nodes { title } } }",
        lookups: 2, statements: 2),
      Shape(query: "{ packagesConnection { __typename } }", lookups: 0, statements: 0),
      Shape(
        query: """
          { grids { packagesConnection(first: 3) { totalCount nodes { category { title } }
            pageInfo { hasNextPage } } } }
          """, lookups: 4),
      Shape(
        query: "{ search(query: \"a\") { ... on Package { category { title } } } }", lookups: 2),
      Shape(query: "{ catalog { packageCount gridCount revision } }", lookups: 1, statements: 1),
      Shape(
        query: """
          { nodes(nodeIds: ["UGFja2FnZTox", "R3JpZDox", "UGFja2FnZToy"]) {
            ... on Package { title } ... on Grid { title } } }
          """, lookups: 2),
    ])
  func lookups(shape: Shape) throws {
    for gateway in [Self.small, Self.large] {
      let stats = try statistics(of: shape.query, in: gateway.get())
      #expect(stats["lookups"] == .int(Int64(shape.lookups)))
      if let statements = shape.statements {
        #expect(stats["statements"] == .int(Int64(statements)))
      }
    }
  }

  @Test("lookups of a grid's cells, in a catalog where there are some")
  func cells() throws {
    let query = """
      { grids { features { title elements { text } } gridPackages { package { title }
        elements { feature { title } gridPackage { id } } } } }
      """
    for gateway in [SmallCatalog.gateway, Self.large] {
      #expect(try statistics(of: query, in: gateway.get())["lookups"] == .int(8))
    }
  }

  @Test("are in the response if they are asked for, after data")
  func format() throws {
    let gateway = try SmallCatalog.gateway(over: SmallCatalog.lines)
    let query = "{ package(id: 1) { category { id } } }"
    #expect(
      try SmallCatalog.respond(query, stats: true, in: gateway).text == """
        {"data":{"package":{"category":{"id":"1"}}},\
        "extensions":{"stats":{"lookups":2,"statements":2,"rows":2,"plan":"miss"}}}
        """)
    #expect(
      try SmallCatalog.respond(query, in: gateway).text
        == #"{"data":{"package":{"category":{"id":"1"}}}}"#)
    #expect(
      try SmallCatalog.respond("{ __typename }", stats: true, in: gateway).text == """
        {"data":{"__typename":"Query"},\
        "extensions":{"stats":{"lookups":0,"statements":0,"rows":0,"plan":"miss"}}}
        """)
  }

  private func statistics(of query: String, in gateway: Gateway) throws -> JSONValue {
    let response = try parseJSON(SmallCatalog.respond(query, stats: true, in: gateway).text)
    #expect(response["errors"] == nil)
    return response["extensions"]?["stats"] ?? .null
  }
}
