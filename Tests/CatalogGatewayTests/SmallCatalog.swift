import CatalogGateway
import CatalogStore
import JSON

/// Five packages, three grids, two categories; one package's category is missing, one cell is filled
/// twice.
enum SmallCatalog {
  static let gateway = Result { try gateway(over: lines) }

  /// A gateway over a catalog in memory, imported from lines.
  static func gateway(
    over lines: String, limits: RequestLimits = RequestLimits(),
    report: @escaping @Sendable (InternalFailure) -> Void = { _ in }
  ) throws -> Gateway {
    let catalog = try CatalogDatabase.inMemory()
    let source = ImportSource(name: "catalog.ndjson", bytes: Array(lines.utf8))
    _ = try catalog.importCatalog(from: [source]) { _ in }
    return try Gateway(catalog: catalog, limits: limits, report: report)
  }

  /// The response to a query.
  static func answer(
    _ query: String, variables: String = "{}", in gateway: Gateway? = nil
  ) throws -> String {
    try respond(query, variables: variables, in: gateway).text
  }

  /// What stands for `data` in a response without errors; the whole response if there are some.
  static func data(_ query: String, variables: String = "{}") throws -> String {
    let answer = try answer(query, variables: variables)
    guard answer.hasPrefix("{\"data\":") else { return answer }
    return String(answer.dropFirst(8).dropLast())
  }

  /// The response and how the request ended.
  static func respond(
    _ query: String, variables: String = "{}", stats: Bool = false, in gateway: Gateway? = nil
  ) throws -> (text: String, outcome: GraphQLResponse.Outcome) {
    guard case .object(let members) = try parseJSON(variables) else {
      preconditionFailure("Variables are an object")
    }
    let session = try (gateway ?? self.gateway.get()).makeSession()
    let response = session.execute(
      GraphQLRequest(query: Array(query.utf8), variables: members, wantsStats: stats))
    return (String(decoding: response.body, as: UTF8.self), response.outcome)
  }

  static let lines =
    categories + grids + packages + gridPackages + features + elements

  private static let categories = """
    {"resource":"categories","object":{"id":1,"title":"App","slug":"apps","description":"Small",\
    "title_plural":"Apps","show_pypi":true,"created":"2010-08-14T12:03:11.482110-04:00",\
    "modified":"2021-09-19T23:01:02.077001-04:00"}}
    {"resource":"categories","object":{"id":2,"title":"Tool","slug":"tools","description":"",\
    "title_plural":"","show_pypi":false,"created":"2011-01-01T00:00:00Z",\
    "modified":"2011-01-01T00:00:00Z"}}

    """

  private static let grids = """
    {"resource":"grids","object":{"id":1,"title":"Forms","slug":"forms","description":"Form apps",\
    "is_locked":false,"packages":["https://x.org/api/v4/packages/3/",\
    "https://x.org/api/v4/packages/1/","https://x.org/api/v4/packages/2/"],"header":true,\
    "created":"2012-01-01T00:00:00-05:00","modified":"2013-01-01T00:00:00-05:00"}}
    {"resource":"grids","object":{"id":2,"title":"Auth","slug":"auth","description":"",\
    "is_locked":false,"packages":["https://x.org/api/v4/packages/1/"],"header":false,\
    "created":"2012-02-01T00:00:00Z","modified":"2012-02-01T00:00:00Z"}}
    {"resource":"grids","object":{"id":3,"title":"Empty","slug":"empty","description":"No forms",\
    "is_locked":true,"packages":[],"header":false,\
    "created":"2012-03-01T00:00:00Z","modified":"2012-03-01T00:00:00Z"}}

    """

  private static let packages = """
    {"resource":"packages","object":{"category":"https://x.org/api/v4/categories/1/",\
    "grids":["https://x.org/api/v4/grids/2/","https://x.org/api/v4/grids/1/"],"id":1,\
    "title":"Alpha","slug":"alpha","last_updated":"2025-05-05T05:05:05.000005-04:00",\
    "last_fetched":"2025-06-01T00:00:00Z","repo_url":"https://github.com/a/alpha",\
    "pypi_version":"1.10","created":"2014-01-01T00:00:00Z","modified":"2014-01-02T00:00:00Z",\
    "repo_forks":5,"repo_description":"The \\"first\\" form builder",\
    "pypi_url":"https://pypi.org/project/alpha-pkg/","documentation_url":"https://alpha.dev/",\
    "repo_watchers":50,"commits_over_52":[0,3,1],"participants":["ann","böb"]}}
    {"resource":"packages","object":{"category":"https://x.org/api/v4/categories/1/",\
    "grids":["https://x.org/api/v4/grids/1/"],"id":2,"title":"beta","slug":"beta",\
    "last_updated":"2024-12-31T23:30:00-05:00","last_fetched":null,"repo_url":"",\
    "pypi_version":"","created":"2014-02-01T00:00:00Z","modified":"2014-02-01T00:00:00Z",\
    "repo_forks":0,"repo_description":"Forms, again","pypi_url":"","documentation_url":null,\
    "repo_watchers":10,"commits_over_52":[],"participants":[]}}
    {"resource":"packages","object":{"category":"https://x.org/api/v4/categories/2/",\
    "grids":["https://x.org/api/v4/grids/1/"],"id":3,"title":"Gamma","slug":"gamma",\
    "last_updated":null,"last_fetched":null,"repo_url":"https://gitlab.com/g/Gamma",\
    "pypi_version":null,"created":"2014-03-01T00:00:00Z","modified":"2014-03-01T00:00:00Z",\
    "repo_forks":7,"repo_description":"","pypi_url":"https://pypi.org/project/Gamma",\
    "documentation_url":"","repo_watchers":200,"commits_over_52":[1],"participants":["gil"]}}
    {"resource":"packages","object":{"category":"https://x.org/api/v4/categories/9/",\
    "grids":[],"id":4,"title":"delta","slug":"delta",\
    "last_updated":"2025-01-01T04:29:59Z","last_fetched":null,"repo_url":"https://github.com/d/d",\
    "pypi_version":"1.9","created":"2014-04-01T00:00:00Z","modified":"2014-04-01T00:00:00Z",\
    "repo_forks":5,"repo_description":"100% _wild_","pypi_url":"","documentation_url":"",\
    "repo_watchers":50,"commits_over_52":[],"participants":[]}}
    {"resource":"packages","object":{"category":"https://x.org/api/v4/categories/2/",\
    "grids":[],"id":5,"title":"Épsilon","slug":"epsilon",\
    "last_updated":"2025-01-01T04:30:01Z","last_fetched":null,"repo_url":"https://github.com/e/e",\
    "pypi_version":"2.0","created":"2014-05-01T00:00:00Z","modified":"2014-05-01T00:00:00Z",\
    "repo_forks":1,"repo_description":"A reformer","pypi_url":"","documentation_url":"",\
    "repo_watchers":0,"commits_over_52":[],"participants":[]}}

    """

  private static let gridPackages = [(11, 1, 1), (12, 1, 2), (13, 1, 3), (14, 2, 1)].map {
    """
    {"resource":"grid_packages","object":{"id":\($0.0),"created":"2015-01-01T00:00:00Z",\
    "modified":"2015-01-01T00:00:00Z","grid_id":\($0.1),"package_id":\($0.2)}}

    """
  }.joined()

  private static let features = [
    (21, 1, "Admin", "yes / no"), (22, 1, "Licence", ""), (23, 2, "OAuth", ""),
  ].map {
    """
    {"resource":"features","object":{"id":\($0.0),"created":"2016-01-01T00:00:00Z",\
    "modified":"2016-01-02T00:00:00Z","grid_id":\($0.1),"title":"\($0.2)","description":"\($0.3)"}}

    """
  }.joined()

  private static let elements = [
    (31, 11, 21, "yes"), (32, 11, 21, "no"), (33, 12, 21, ""), (34, 14, 23, "ok"),
  ].map {
    """
    {"resource":"elements","object":{"id":\($0.0),"created":"2017-01-01T00:00:00Z",\
    "modified":"2017-01-02T00:00:00Z","grid_package_id":\($0.1),"feature_id":\($0.2),\
    "text":"\($0.3)"}}

    """
  }.joined()
}
