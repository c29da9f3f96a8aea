import ArgumentParser
import CatalogStore

/// `gridql export`: the catalog as import reads it.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a catalog as lines of JSON.",
    discussion: """
      One {"resource": …, "object": …} a line, on standard output. Importing them into the same \
      database changes nothing; into an empty one, it makes the same catalog.
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let catalog = try openCatalog(at: database.path)
    let output = OutputBuffer()
    try catalog.exportCatalog { try output.append($0) }
    try output.flush()
  }
}
