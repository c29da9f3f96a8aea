import ArgumentParser
import CatalogStore

/// `gridql generate`: a synthetic catalog.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a synthetic catalog as lines of JSON.",
    discussion: """
      Long-tailed like the real one: few packages have many watchers, few grids many packages. \
      The same seed gives the same bytes. To fill a database:
        gridql generate --packages 100000 | gridql import - --database large.db
      """)

  @Option(help: ArgumentHelp("How many packages.", valueName: "n"))
  var packages: Int

  @Option(help: ArgumentHelp("Which of the many catalogs of that size.", valueName: "s"))
  var seed: UInt64 = 1

  func validate() throws {
    guard 0...generatedPackageLimit ~= packages else {
      throw ValidationError("--packages must be from 0 to \(generatedPackageLimit).")
    }
  }

  func run() throws {
    let output = OutputBuffer()
    try generateCatalog(packages: packages, seed: seed) { try output.append($0) }
    try output.flush()
  }
}
