import ArgumentParser
import CatalogStore

/// `gridql doctor`: is the database sound?
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that a database is sound.",
    discussion: """
      Reads the whole file: its pages and indexes, the links between records, the index of the \
      search and the history. Prints a line for each thing that is wrong, and ends with status 1 if \
      there is one.
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let findings = try openCatalog(at: database.path).check()
    for finding in findings {
      try standardOutput.write(Array((finding.message + "\n").utf8))
    }
    guard findings.isEmpty else { throw FoundErrors() }
    standardError.note("\(database.path) is sound.")
  }
}
