import CatalogGateway
import CatalogStore
import JSON

func checkGatewayQuery(_ input: [UInt8]) throws(BrokenPromise) {
  try checkAnswer(to: GraphQLRequest(query: input, wantsStats: true))
}

func checkRequestBody(_ input: [UInt8]) throws(BrokenPromise) {
  let request: GraphQLRequest
  do {
    request = try GraphQLRequest(body: input)
  } catch {
    return try checkResponse(GraphQLResponse(error).body)
  }
  try checkAnswer(to: request)
}

private func checkAnswer(to request: GraphQLRequest) throws(BrokenPromise) {
  let response: GraphQLResponse
  do {
    response = try SmallCatalog.gateway().makeSession().execute(request)
  } catch {
    throw BrokenPromise("The gateway has a session for everyone: \(error)")
  }
  try checkResponse(response.body)
  let body = String(decoding: response.body, as: UTF8.self)
  try promise(!body.contains("INTERNAL_SERVER_ERROR"), "Nothing fails inside: \(body)")
}

func checkCatalogFile(_ input: [UInt8]) throws(BrokenPromise) {
  let first: [UInt8]
  do {
    guard let exported = try exportAfterImport(of: input) else { return }
    first = exported
  } catch {
    throw BrokenPromise("What has been imported can be exported: \(error)")
  }
  let second: [UInt8]?
  do {
    second = try exportAfterImport(of: first)
  } catch {
    throw BrokenPromise("What has been exported can be exported again: \(error)")
  }
  try promise(
    second == first,
    "An export is imported as it is: \(String(decoding: first, as: UTF8.self))")
}

/// The export of a catalog that has but a file; nil if the file is refused.
private func exportAfterImport(of file: [UInt8]) throws -> [UInt8]? {
  let catalog = try CatalogDatabase.inMemory()
  do throws(ImportError) {
    _ = try catalog.importCatalog(
      from: [ImportSource(name: "fuzzed", bytes: file)], at: "2026-01-01T00:00:00Z")
  } catch {
    if case .store = error.problem { throw error }
    _ = "\(error)"
    return nil
  }
  var text: [UInt8] = []
  try catalog.exportCatalog { text += $0 }
  return text
}

/// A gateway over a few objects of each kind.
private enum SmallCatalog {
  static func gateway() throws -> Gateway { try shared.get() }

  private static let shared: Result<Gateway, any Error> = Result {
    let catalog = try CatalogDatabase.inMemory()
    _ = try catalog.importCatalog(
      from: [ImportSource(name: "small", bytes: Array(lines.utf8))], at: "2026-01-01T00:00:00Z")
    return try Gateway(catalog: catalog) { _ in }
  }

  private static let lines = #"""
    {"resource":"categories","object":{"id":1,"title":"App","slug":"apps","description":"Small","title_plural":"Apps","show_pypi":true,"created":"2010-08-14T22:15:37-04:00","modified":"2017-04-07T05:39:44.000123-04:00"}}
    {"resource":"grids","object":{"id":5,"title":"Forms","slug":"forms","description":"\"Quoted\" \u2028","is_locked":false,"packages":["https://example.org/api/v4/packages/7/","https://example.org/api/v4/packages/6/"],"header":true,"created":"2010-08-17T05:43:33-04:00","modified":"2026-02-12T02:33:36.663586-05:00"}}
    {"resource":"packages","object":{"category":"https://example.org/api/v4/categories/1/","grids":["https://example.org/api/v4/grids/5/"],"id":6,"title":"crispy","slug":"crispy","last_updated":"2026-02-13T22:52:12-05:00","last_fetched":null,"repo_url":"https://example.org/crispy","pypi_version":"1.0","created":"2026-01-27T23:54:29.240142-05:00","modified":"2026-01-27T23:54:50-05:00","repo_forks":3,"repo_description":"Forms, crisp","pypi_url":"https://pypi.org/project/crispy/","documentation_url":"","repo_watchers":6,"commits_over_52":[0,1,0],"participants":["a","b"]}}
    {"resource":"packages","object":{"category":null,"grids":[],"id":7,"title":"plain","slug":"plain","last_updated":null,"last_fetched":null,"repo_url":"","pypi_version":"","created":"2011-01-27T23:54:29.240142-05:00","modified":"2026-01-27T23:54:50-05:00","repo_forks":0,"repo_description":"","pypi_url":"","documentation_url":null,"repo_watchers":0,"commits_over_52":[],"participants":[]}}
    {"resource":"grid_packages","object":{"id":39,"created":"2011-02-17T17:36:38.216903-05:00","modified":"2011-02-17T17:36:38.216903-05:00","grid_id":5,"package_id":6}}
    {"resource":"features","object":{"id":138,"created":"2011-05-14T11:05:40.791093-04:00","modified":"2011-05-14T11:05:40.791093-04:00","grid_id":5,"title":"Admin","description":"yes / no"}}
    {"resource":"elements","object":{"id":123,"created":"2012-12-06T05:29:22.197847-05:00","modified":"2012-12-06T05:29:22.197847-05:00","grid_package_id":39,"feature_id":138,"text":"5.2"}}
    """#
}
