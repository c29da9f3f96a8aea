import JSON
import Testing

@Suite("Orders")
struct OrderTests {
  @Test(
    "packages: nulls last both ways, ties by id",
    arguments: [
      ("[{id: ASC}]", "1 2 3 4 5"), ("[{id: DESC}]", "5 4 3 2 1"), ("[]", "5 4 3 2 1"),
      ("{title: ASC}", "1 3 2 4 5"), ("{title: DESC}", "5 4 2 3 1"), ("{slug: ASC}", "1 2 4 5 3"),
      ("{lastUpdated: ASC}", "4 2 5 1 3"), ("{lastUpdated: DESC}", "1 5 2 4 3"),
      ("{lastFetched: ASC}", "1 2 3 4 5"), ("{lastFetched: DESC}", "1 2 3 4 5"),
      ("{repoUrl: ASC}", "1 4 5 3 2"), ("{repoUrl: DESC}", "3 5 4 1 2"),
      ("{pypiVersion: ASC}", "2 1 4 5 3"), ("{pypiVersion: DESC}", "5 4 1 2 3"),
      ("{created: DESC}", "5 4 3 2 1"), ("{modified: ASC}", "1 2 3 4 5"),
      ("{repoForks: ASC}", "2 5 1 4 3"), ("{repoForks: DESC}", "3 1 4 5 2"),
      ("{repoDescription: ASC}", "3 4 5 2 1"), ("{pypiUrl: ASC}", "3 1 2 4 5"),
      ("{pypiName: DESC}", "1 3 2 4 5"), ("{documentationUrl: ASC}", "1 2 3 4 5"),
      ("{repoWatchers: DESC}", "3 1 4 2 5"), ("{repoWatchers: ASC}", "5 2 1 4 3"),
      ("[{repoWatchers: DESC}, {title: DESC}]", "3 4 1 2 5"),
      ("[{repoForks: ASC}, {repoWatchers: DESC}, {id: DESC}]", "2 5 4 1 3"),
    ])
  func packages(order: String, ids: String) throws {
    #expect(
      try SmallCatalog.data("{ packages(orderBy: \(order)) { id } }") == expected("packages", ids))
    // Page by page, the cursors give the same order, both ways.
    #expect(try pages(order, forwards: true) == ids)
    #expect(try pages(order, forwards: false) == ids)
  }

  @Test(
    "grids",
    arguments: [
      ("{id: ASC}", "1 2 3"), ("{title: ASC}", "2 3 1"), ("{slug: DESC}", "1 3 2"),
      ("{description: ASC}", "2 1 3"), ("{isLocked: DESC}", "3 1 2"), ("{header: ASC}", "2 3 1"),
      ("{created: ASC}", "1 2 3"), ("{modified: DESC}", "1 3 2"),
      ("[{header: ASC}, {id: DESC}]", "3 2 1"),
    ])
  func grids(order: String, ids: String) throws {
    #expect(try SmallCatalog.data("{ grids(orderBy: \(order)) { id } }") == expected("grids", ids))
  }

  private func expected(_ field: String, _ ids: String) -> String {
    let records = ids.split(separator: " ").map { "{\"id\":\"\($0)\"}" }
    return "{\"\(field)\":[\(records.joined(separator: ","))]}"
  }

  /// The ids of all pages of two, one after the other.
  private func pages(_ order: String, forwards: Bool) throws -> String {
    let (count, from, end) =
      forwards ? ("first", "after", "endCursor") : ("last", "before", "startCursor")
    let query = """
      query($from: String) {
        packagesConnection(orderBy: \(order), \(count): 2, \(from): $from) {
          nodes { id } pageInfo { hasNextPage hasPreviousPage \(end) } } }
      """
    var ids: [String] = []
    var cursor = JSONValue.null
    for _ in 0..<3 {
      let page = try parseJSON(
        SmallCatalog.data(query, variables: "{\"from\": \(cursor)}"))["packagesConnection"]
      guard case .array(let nodes)? = page?["nodes"] else { return "\(page ?? .null)" }
      let found = nodes.map { "\($0["id"] ?? .null)".replacing("\"", with: "") }
      ids = forwards ? ids + found : found + ids
      cursor = page?["pageInfo"]?[end] ?? .null
    }
    return ids.joined(separator: " ")
  }
}
