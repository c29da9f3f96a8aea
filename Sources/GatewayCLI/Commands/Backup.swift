import ArgumentParser
import CatalogStore

/// `gridql backup`: a copy of the database, while it is in use.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy a database to a file, also while a server writes to it.",
    discussion: """
      The copy is the catalog as it was at one moment. The file appears when it is whole, in place \
      of one that was there.
      """)

  @Argument(help: "Where to put the copy.")
  var file: String

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let catalog = try openCatalog(at: database.path)
    let line = ProgressLine()
    try catalog.backup(to: file) { done, total in
      line.show { "Copied \(done) of \(total) pages" }
    }
    line.clear()
    standardError.note("Copied \(database.path) to \(file).")
  }
}
