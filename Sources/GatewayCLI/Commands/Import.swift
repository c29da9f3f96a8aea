import ArgumentParser
import CatalogStore

/// `gridql import`: catalog files into the database.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import catalog files into a database.",
    discussion: """
      A file holds lines of {"resource": …, "object": …}, a page of a REST v4 list, an array of \
      objects, or one object; compressed with gzip or not.

      Objects replace those of the same id. All files of a run are imported, or nothing is. The \
      database is made if it does not exist. Links to objects that are not there yet are kept, and \
      take effect when the objects arrive.
      """)

  @Argument(help: ArgumentHelp("Files to import; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be imported only once.")
    }
  }

  func run() throws {
    // Opened first, so that a missing file leaves no empty database behind.
    var files: [CatalogFile] = []
    for path in self.files { files.append(try CatalogFile(path: path)) }
    let catalog = try openCatalog(at: database.path, creating: true)
    let progress = ImportProgressLine(files: files)
    let summary = try catalog.importCatalog(from: files.map(\.source)) {
      progress.show(objects: $0.objects)
    }
    progress.clear()
    try standardOutput.write(Array(importReport(summary, database: database.path).utf8))
    for note in importNotes(summary) { standardError.note(note) }
  }
}

extension CatalogFile {
  /// The file as the store reads it.
  var source: ImportSource {
    ImportSource(name: name) { try self.read() }
  }
}
