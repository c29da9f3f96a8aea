import Foundation
import Testing

@testable import GatewayCLI

@Suite("The binary")
struct BinaryTests {
  @Test(
    "prints help, when asked, on standard output",
    arguments: [
      ["--help"], ["help"], ["query", "--help"], ["schema", "--help"], ["help", "import"],
    ])
  func help(arguments: [String]) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("prints its version")
  func version() throws {
    #expect(
      try Binary.run(["--version"])
        == Binary.Result(status: 0, output: gridqlVersion + "\n", error: ""))
  }

  @Test(
    "ends with 64 on wrong usage and says why on standard error",
    arguments: [
      [], ["schema"], ["token"], ["frobnicate"], ["query"], ["import"], ["generate"],
      ["serve", "--port", "x"], ["serve", "--public-url", "example.org"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.error.contains("USAGE: gridql") || result.error.contains("Usage: gridql"))
  }

  @Test("ends with 2 if there is no database, and says how to make one")
  func noDatabase() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/none.db"
      let commands = [["query", "{ __typename }"], ["export"], ["serve"]]
      for command in commands {
        let result = try Binary.run(command + ["--database", path])
        #expect(
          result
            == Binary.Result(
              status: 2, output: "",
              error: "error: there is no database \(path); "
                + "make one with: gridql import FILE --database \(path)\n"))
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("ends with 2 if a file to import is missing, and makes no database")
  func missingFile() throws {
    try TemporaryFolder.with { folder in
      let (file, database) = (folder.path + "/none.ndjson", folder.path + "/new.db")
      let result = try Binary.run(["import", file, "--database", database])
      #expect(
        result
          == Binary.Result(
            status: 2, output: "",
            error: "error: cannot open \(file): No such file or directory\n"))
      #expect(!FileManager.default.fileExists(atPath: database))
    }
  }

  @Test("ends with 2 if nobody answers at the endpoint")
  func unreachable() throws {
    let url = "http://127.0.0.1:1/graphql"
    #expect(
      try Binary.run(["query", "{ __typename }", "--endpoint", url])
        == Binary.Result(
          status: 2, output: "", error: "error: no answer from \(url): Connection refused\n"))
  }

  @Test(
    "answers a query on the sample catalog in each format",
    arguments: [
      (
        "json",
        """
        {
          "data": {
            "package": {
              "title": "django-vies",
              "repoWatchers": 49
            }
          }
        }

        """
      ),
      ("compact", #"{"data":{"package":{"title":"django-vies","repoWatchers":49}}}"# + "\n"),
      (
        "table",
        """
        title        repoWatchers
        ───────────  ────────────
        django-vies            49

        """
      ),
      ("csv", "title,repoWatchers\r\ndjango-vies,49\r\n"),
      ("ndjson", #"{"title":"django-vies","repoWatchers":49}"# + "\n"),
    ])
  func query(format: String, output: String) throws {
    let query = "query Q($id: ID) { package(id: $id) { title repoWatchers } }"
    #expect(
      try Binary.run(["query", "-", "-v", "id=2192", "--output", format], input: query)
        == Binary.Result(status: 0, output: output, error: ""))
  }

  @Test("ends with 1 if the response has errors, and explains them beside rows")
  func responseErrors() throws {
    let arguments = ["query", "{ package(id: 2192) { titel } }", "--output"]
    let rows = try Binary.run(arguments + ["table"])
    #expect(rows.status == 1)
    #expect(rows.output == "")
    #expect(
      rows.error == """
        error: Cannot query field "titel" on type "Package". Did you mean "title"? \
        [GRAPHQL_VALIDATION_FAILED]
          --> query:1:23
            { package(id: 2192) { titel } }
                                  ^

        """)
    let whole = try Binary.run(arguments + ["compact"])
    #expect(whole.status == 1)
    #expect(whole.output.hasPrefix(#"{"errors":[{"message":"Cannot query field"#))
    #expect(whole.error == "")
  }

  @Test(
    "prints the header that a query selects if a list has no rows",
    arguments: [
      ("csv", "id,category.slug,grids,pypiName\r\n"),
      (
        "table",
        """
        id  category.slug  grids  pypiName
        ──  ─────────────  ─────  ────────

        """
      ), ("ndjson", ""),
    ])
  func noRows(format: String, output: String) throws {
    let query = """
      { packages(first: 0) { id category { slug } grids { title } ...F } }
      fragment F on Package { pypiName id }
      """
    #expect(
      try Binary.run(["query", query, "--output", format])
        == Binary.Result(status: 0, output: output, error: ""))
  }

  @Test("runs on a file what a server refuses for its size")
  func noLimits() throws {
    let aliases = (0..<30).map { i in "a\(i): packages(first: 1) { ...F }" }
    let fields = (0..<4000).map { "b\($0): id" }
    let query =
      "{ \(aliases.joined(separator: " ")) } "
      + "fragment F on Package { \(fields.joined(separator: " ")) }"
    #expect(
      try Binary.run(["query", "-", "--output", "compact"], input: query).status == 0)
  }

  @Test("refuses on a file only what no memory could hold: fragments that double 64 times")
  func fragmentBomb() throws {
    let fragments = (0..<64).map { level in
      let next = level == 63 ? "id" : "packages { category { ...F\(level + 1) } }"
      let fields = level == 63 ? "id" : "a: \(next) b: \(next)"
      return "fragment F\(level) on Category { \(fields) }"
    }
    let query = "{ package(id: 2192) { category { ...F0 } } } " + fragments.joined(separator: " ")
    let result = try Binary.run(["query", "-", "--output", "compact"], input: query)
    #expect(result.status == 1)
    #expect(result.output.contains(#""code":"LIMIT_EXCEEDED""#))
  }

  @Test("ends quietly when the reader of its output goes away")
  func closedOutput() throws {
    let result = try Binary.run(["generate", "--packages", "5000"], readingBytes: 10)
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("imports, exports and imports again without a change")
  func roundTrip() throws {
    try TemporaryFolder.with { folder in
      let database = ["--database", folder.path + "/catalog.db"]
      let sample = Embedded.sampleCatalogNDJSON.withUTF8Buffer { Array($0) }
      let half = sample.count / 2
      let lineEnd = try #require(sample[half...].firstIndex(of: UInt8(ascii: "\n"))) + 1
      let file = try folder.file(
        "sample.gz", gzip(Array(sample[..<lineEnd])) + gzip(Array(sample[lineEnd...])))

      let first = try Binary.run(["import", file] + database)
      #expect(first.status == 0)
      #expect(first.error == "")
      let exported = try Binary.run(["export"] + database)
      #expect(exported.status == 0)
      let second = try Binary.run(["import", "-"] + database, input: exported.output)
      #expect(second.status == 0)
      let exportedAgain = try Binary.run(["export"] + database)
      #expect(exportedAgain == exported)
    }
  }
}
