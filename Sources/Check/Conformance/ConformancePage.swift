import Foundation

/// Where the page is, relative to the top level.
let conformancePagePath = "Sources/CatalogGateway/Documentation.docc/Conformance.md"

/// The page for the rows of `tables` in the state that `tests` show.
func conformancePage(tables: [ConformanceTable], tests: [NamedTest]) -> String {
  let states = conformanceStates(of: tests)
  let sections = tables.map { table in
    "## \(table.title)\n\n" + tableHead
      + table.rows.map { tableRow($0, state: states[$0.id]) }.joined(separator: "\n")
  }
  return introduction + sections.joined(separator: "\n\n") + "\n"
}

private let introduction = """
  # Conformance

  What a GraphQL service has to do, and the tests that show that this one does.

  The tests name the row they are about; `swift run Check --write-conformance` makes this page of
  their names, and a test fails while it says anything else. *Differs* comes with what is different,
  *not there* means that no test names the row, which only rows for later may be:
  their texts still change.
  Verdicts and messages are also compared with the reference implementation, by the scripts of
  `Tests/Differential`.


  """

private let tableHead = """
  | Row | Section | Behaviour | Stage | State | Tests |
  |---|---|---|---|---|---|

  """

private func tableRow(_ row: ConformanceRow, state: ConformanceState?) -> String {
  let cells = [
    row.id, row.section, row.behaviour, row.stage.rawValue, stateText(state), testsText(state),
  ]
  return "| \(cells.map(escaped).joined(separator: " | ")) |"
}

private func stateText(_ state: ConformanceState?) -> String {
  guard let state else { return "not there" }
  if state.differences.isEmpty { return "tested" }
  return "differs: \(state.differences.joined(separator: "; "))"
}

/// How many tests there are, and in which files.
private func testsText(_ state: ConformanceState?) -> String {
  guard let state else { return "" }
  let files = Dictionary(grouping: state.tests, by: \.path).mapValues(\.count).sorted {
    $0.key < $1.key
  }
  return files.map { path, count in
    "\(count) in `\(path.dropFirst("Tests/".count).dropLast(".swift".count))`"
  }.joined(separator: ", ")
}

private func escaped(_ cell: String) -> String {
  cell.replacing("|", with: "\\|")
}

/// The test sources of the checkout at `root`, in the order of their paths. Those of
/// `RepositoryTests` are left out: they are about this repository, and have names like these in
/// their examples.
func testSources(under root: String) throws -> [TestSource] {
  try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Tests")
    .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("RepositoryTests/") }
    .sorted()
    .map { path in
      TestSource(
        path: "Tests/\(path)",
        text: try String(contentsOfFile: "\(root)/Tests/\(path)", encoding: .utf8))
    }
}

/// Writes the page of the checkout at `root`.
func writeConformancePage(under root: String) throws {
  let tests = try testSources(under: root).flatMap(namedTests)
  try conformancePage(tables: conformanceTables, tests: tests)
    .write(toFile: "\(root)/\(conformancePagePath)", atomically: true, encoding: .utf8)
}
