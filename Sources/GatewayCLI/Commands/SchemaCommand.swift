import ArgumentParser

/// `gridql schema`: commands about schemas.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print, check or compare schemas.",
    subcommands: [SchemaPrint.self, SchemaCheck.self, SchemaDiff.self])

  /// Runs without a command: wrong usage.
  func run() throws {
    throw MissingCommand(help: Gridql.helpMessage(for: Self.self))
  }
}
