import JSON
import Testing

@Suite("Filters")
struct FilterTests {
  /// Ids of packages, ascending, that a filter finds.
  @Test(
    "packages",
    arguments: [
      ("{}", "1 2 3 4 5"),
      ("{id: {eq: 2}}", "2"), ("{id: {ne: 2}}", "1 3 4 5"), ("{id: {in: [1, \"4\", 9]}}", "1 4"),
      ("{id: {notIn: [1, 4]}}", "2 3 5"), ("{id: {lt: 3}}", "1 2"), ("{id: {gte: 4}}", "4 5"),
      ("{id: {eq: \"x\"}}", ""), ("{id: {ne: \"x\"}}", "1 2 3 4 5"), ("{id: {in: [\"x\"]}}", ""),
      ("{repoWatchers: {eq: 50}}", "1 4"), ("{repoWatchers: {gt: 10, lt: 200}}", "1 4"),
      ("{repoWatchers: {lte: 10}}", "2 5"), ("{repoWatchers: {in: []}}", ""),
      ("{repoWatchers: {notIn: []}}", "1 2 3 4 5"), ("{repoForks: {gte: 5}}", "1 3 4"),
      ("{title: {eq: \"beta\"}}", "2"), ("{title: {eq: \"Beta\"}}", ""),
      ("{title: {contains: \"A\"}}", "1 2 3 4"), ("{title: {startsWith: \"é\"}}", "5"),
      ("{title: {endsWith: \"ON\"}}", "5"), ("{title: {lt: \"H\"}}", "1 3"),
      ("{slug: {in: [\"beta\", \"alpha\"]}}", "1 2"),
      ("{repoDescription: {contains: \"%\"}}", "4"), ("{repoDescription: {contains: \"_W\"}}", "4"),
      ("{repoDescription: {contains: \"\\\"FIRST\"}}", "1"),
      ("{repoUrl: {eq: null}}", "2"), ("{repoUrl: {ne: null}}", "1 3 4 5"),
      ("{repoUrl: {isNull: true}}", "2"), ("{repoUrl: {isNull: false}}", "1 3 4 5"),
      ("{repoUrl: {startsWith: \"https://GITHUB\"}}", "1 4 5"),
      ("{repoUrl: {ne: \"https://github.com/d/d\"}}", "1 2 3 5"),
      ("{documentationUrl: {isNull: true}}", "2 3 4 5"), ("{pypiUrl: {isNull: false}}", "1 3"),
      ("{pypiName: {eq: \"Gamma\"}}", "3"), ("{pypiName: {in: [\"alpha-pkg\"]}}", "1"),
      ("{pypiVersion: {gt: \"1.5\"}}", "4 5"), ("{pypiVersion: {isNull: true}}", "3"),
      ("{lastUpdated: {gte: \"2025-01-01T04:30:00Z\"}}", "1 2 5"),
      ("{lastUpdated: {lt: \"2024-12-31T23:30:00-05:00\"}}", "4"),
      ("{lastUpdated: {eq: \"2024-12-31T20:30:00-08:00\"}}", "2"),
      ("{lastUpdated: {isNull: true}}", "3"), ("{lastFetched: {ne: null}}", "1"),
      ("{created: {gt: \"2014-03-15T00:00:00Z\"}}", "4 5"),
      ("{modified: {lte: \"2014-01-02T00:00:00Z\"}}", "1"),
      ("{category: {slug: {eq: \"tools\"}}}", "3 5"), ("{category: {id: {in: [1]}}}", "1 2"),
      ("{category: {showPypi: {eq: true}, title: {startsWith: \"a\"}}}", "1 2"),
      ("{category: {titlePlural: {eq: \"\"}}}", "3 5"), ("{category: {}}", "1 2 3 5"),
      ("{not: {category: {slug: {eq: \"tools\"}}}}", "1 2 4"),
      ("{category: {not: {description: {eq: \"\"}}}}", "1 2"),
      ("{category: {or: [{created: {lt: \"2011-01-01T00:00:00Z\"}}, {id: {eq: 7}}]}}", "1 2"),
      ("{grids: {some: {slug: {eq: \"auth\"}}}}", "1"), ("{grids: {some: {}}}", "1 2 3"),
      ("{grids: {none: {}}}", "4 5"), ("{grids: {none: {slug: {eq: \"auth\"}}}}", "2 3 4 5"),
      ("{grids: {every: {slug: {eq: \"forms\"}}}}", "2 3 4 5"),
      ("{grids: {some: {packages: {some: {slug: {eq: \"gamma\"}}}}}}", "1 2 3"),
      ("{grids: {some: {slug: {eq: \"forms\"}}, none: {slug: {eq: \"auth\"}}}}", "2 3"),
      ("{search: \"form\"}", "1 2"), ("{search: \"form\", repoWatchers: {gt: 10}}", "1"),
      ("{not: {search: \"form\"}}", "3 4 5"),
      ("{and: [{repoWatchers: {gte: 10}}, {repoWatchers: {lte: 50}}]}", "1 2 4"),
      ("{or: [{id: {eq: 1}}, {id: {eq: 5}}]}", "1 5"), ("{or: []}", ""), ("{and: []}", "1 2 3 4 5"),
      ("{or: [{id: {eq: 1}}, {and: [{id: {gt: 1}}, {not: {id: {gt: 2}}}]}]}", "1 2"),
      ("{id: null, title: {eq: \"beta\", contains: null}}", "2"), ("{not: {id: {lt: 4}}}", "4 5"),
    ])
  func packages(filter: String, ids: String) throws {
    let query = "{ packages(orderBy: {id: ASC}, filter: \(filter)) { id } }"
    #expect(try identifiers("packages", in: query) == ids)
    let total = try SmallCatalog.data("{ packagesConnection(filter: \(filter)) { totalCount } }")
    let count = ids.split(separator: " ").count
    #expect(total == "{\"packagesConnection\":{\"totalCount\":\(count)}}")
  }

  @Test(
    "grids",
    arguments: [
      ("{isLocked: {eq: true}}", "3"), ("{header: {ne: true}}", "2 3"), ("{id: {lte: 2}}", "1 2"),
      ("{title: {startsWith: \"f\"}}", "1"), ("{description: {contains: \"FORM\"}}", "1 3"),
      ("{created: {lt: \"2012-01-15T00:00:00Z\"}}", "1"), ("{slug: {notIn: [\"auth\"]}}", "1 3"),
      ("{modified: {in: [\"2012-03-01T01:00:00+01:00\"]}}", "3"),
      ("{packages: {some: {repoWatchers: {gt: 100}}}}", "1"),
      ("{packages: {every: {repoWatchers: {gte: 50}}}}", "2 3"), ("{packages: {none: {}}}", "3"),
      ("{search: \"forms\"}", "1 3"), ("{not: {packages: {some: {}}}}", "3"),
      ("{or: [{isLocked: {eq: true}}, {header: {eq: true}}], and: [{id: {gt: 1}}]}", "3"),
    ])
  func grids(filter: String, ids: String) throws {
    let query = "{ grids(orderBy: {id: ASC}, filter: \(filter)) { id } }"
    #expect(try identifiers("grids", in: query) == ids)
  }

  @Test("a filter comes in a variable as well as in the document")
  func variables() throws {
    let query = "query($f: PackageFilter, $t: String) { packages(filter: $f) { id } }"
      .replacing("$t: String", with: "")
    let variables = #"{"f": {"title": {"contains": "et"}, "or": [{"id": {"eq": "2"}}]}}"#
    #expect(try SmallCatalog.data(query, variables: variables) == #"{"packages":[{"id":"2"}]}"#)
  }

  private func identifiers(_ field: String, in query: String) throws -> String {
    let answer = try SmallCatalog.answer(query)
    guard case .array(let records)? = try parseJSON(answer)["data"]?[field] else { return answer }
    return records.map { record in
      guard case .string(let id)? = record["id"] else { return "?" }
      return id
    }.joined(separator: " ")
  }
}
