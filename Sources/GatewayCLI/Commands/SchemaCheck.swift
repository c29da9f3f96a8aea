import ArgumentParser

/// `gridql schema check`: what is wrong with a schema.
struct SchemaCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that SDL is a valid schema.",
    discussion: "Prints nothing if it is; ends with status 1 if not.")

  @Argument(help: "A file with SDL, or - for standard input.")
  var file: String

  func run() throws {
    _ = try readSchema(file)
  }
}
