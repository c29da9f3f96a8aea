import CatalogGateway
import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON
import TestSupport
import Testing

@Suite("The gateway answers what its catalog's export says, read naively")
struct CatalogDifferentialTests {
  private static let material: QueryGenerator.Material = {
    var material = QueryGenerator.Material()
    let lists = [
      "", "(first: 2)", "(first: $n, offset: 1)", "(orderBy: [{repoWatchers: DESC}, {id: ASC}])",
      "(filter: {repoWatchers: {gte: $least}}, first: 4)", "(orderBy: {title: ASC}, offset: 2)",
    ]
    let connections = [
      "", "(first: 3)", "(last: $n)", "(first: $n, orderBy: {repoForks: ASC})",
      "(filter: {repoWatchers: {gte: $least}}, last: 2, orderBy: [{slug: DESC}])",
    ]
    let grids = ["", "(first: 2)", "(first: $n, offset: 1)", "(orderBy: {title: DESC}, first: 3)"]
    let keys = ["(id: 3)", "(id: $id)", "(id: \"none\")", "(slug: \"none\")"]
    material.arguments = [
      "packages": lists, "packagesConnection": connections, "grids": grids,
      "gridsConnection": ["", "(first: $n)", "(last: 2, orderBy: {slug: ASC})"],
      "Query.package": keys, "Query.grid": keys, "Query.category": keys,
    ]
    material.variables["n"] = ("Int", [.int(1), .int(3), .int(0)])
    material.variables["least"] = ("Int = 5", [.int(0), .int(20), nil])
    material.variables["id"] = ("ID!", [.int(2), .string("1"), .int(77)])
    material.excludedFields = [
      "Query.node", "Query.nodes", "Query.search", "cursor", "startCursor", "endCursor", "revision",
      "Catalog.modified", "GridPackage.created", "Query.changes", "history",
    ]
    material.depth = 6
    return material
  }()

  @Test("byte for byte, for generated queries over a generated catalog", arguments: 1...6)
  func matchesModel(seed: Int) throws {
    let (gateway, model) = try catalog(packages: 40, seed: UInt64(seed))
    let session = try gateway.makeSession()
    var generator = QueryGenerator(
      schema: gateway.schema, material: Self.material, seed: UInt64(seed))
    for _ in 0..<40 {
      let query = generator.next()
      let response = session.execute(
        GraphQLRequest(query: Array(query.text.utf8), variables: query.variables))
      let text = String(decoding: response.body, as: UTF8.self)
      let expected = try interpret(query, schema: gateway.schema, root: model.query)
      try #require(text == expected, "\(query.text)\(query.variables)")
    }
  }

  @Test("and the same bytes while they are executed, whatever the windows", arguments: 1...6)
  func matchesWindows(seed: Int) throws {
    let (gateway, _) = try catalog(packages: 40, seed: UInt64(seed))
    let session = try gateway.makeSession()
    var generator = QueryGenerator(
      schema: gateway.schema, material: Self.material, seed: UInt64(100 + seed))
    for number in 0..<60 {
      let query = generator.next()
      let request = GraphQLRequest(query: Array(query.text.utf8), variables: query.variables)
      var windows = WindowSizes()
      windows.elements = 1 + number % 4
      windows.nestedElements = 1 + number % 7
      var streamed: [UInt8] = []
      let outcome = try session.execute(request, windows: windows) { streamed += $0 }
      let whole = session.execute(request)
      let (response, expected) = (try parseJSON(streamed), try parseJSON(whole.body))
      let isEqual =
        streamed == whole.body
        // Errors come behind data that was written before they were known.
        || expected["errors"] != nil && response["errors"] == expected["errors"]
          && response["data"] == expected["data"]
      try #require(isEqual, "\(query.text)\(query.variables)")
      #expect(outcome == whole.outcome)
    }
  }

  private func catalog(packages: Int, seed: UInt64) throws -> (Gateway, CatalogModel) {
    let catalog = try CatalogDatabase.inMemory()
    var lines: [UInt8] = []
    try generateCatalog(packages: packages, seed: seed) { lines += $0 }
    _ = try catalog.importCatalog(from: [ImportSource(name: "generated", bytes: lines)]) { _ in }
    var export: [UInt8] = []
    try catalog.exportCatalog { export += $0 }
    return (
      try Gateway(catalog: catalog) { _ in },
      try CatalogModel(export: String(decoding: export, as: UTF8.self))
    )
  }

  private func interpret(
    _ query: QueryGenerator.Query, schema: Schema, root: DataObject
  ) throws -> String {
    let document = try parseDocument(Source(query.text))
    guard case .operation(let operation)? = document.definitions.first else { return "" }
    let (value, errors) = DepthFirstInterpreter.execute(
      operation, of: document, schema: schema,
      variables: try schema.coerceVariableValues(
        of: operation, in: document, from: query.variables),
      root: root)
    var data: [UInt8] = []
    appendJSON(value, to: &data)
    return responseText(data: data, errors)
  }
}
