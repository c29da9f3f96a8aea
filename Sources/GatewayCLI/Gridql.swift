import ArgumentParser
import Foundation

/// The command `gridql`.
@main
struct Gridql: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gridql",
    abstract: "A GraphQL gateway over a catalog of packages, categories and grids.",
    discussion: """
      Start here:
        gridql serve                                serves the sample catalog
        gridql query '{ packages { title } }'       asks the sample catalog
        gridql import catalog.ndjson.gz             fills catalog.db
        gridql serve --database catalog.db          serves it

      Exit status: 0 all went well; 1 a document is invalid or a response has errors;
      64 wrong usage; 2 anything else.
      """,
    version: gridqlVersion,
    groupedSubcommands: [
      CommandGroup(name: "Query", subcommands: [Serve.self, Query.self]),
      CommandGroup(
        name: "Database",
        subcommands: [
          Import.self, Sync.self, Export.self, Generate.self, TokenCommand.self, Backup.self,
          Doctor.self,
        ]),
      CommandGroup(
        name: "Document",
        subcommands: [SchemaCommand.self, Validate.self, Format.self, Execute.self]),
    ])

  /// Runs without a command: wrong usage.
  func run() throws {
    throw MissingCommand(help: Self.helpMessage())
  }

  /// Parses the arguments, runs the command and ends the process with the exit status it earned.
  static func main() async {
    ignoreBrokenPipes()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if ConfiguredServe.isMeant(by: arguments) {
        let environment = ProcessInfo.processInfo.environment
        return try await ConfiguredServe(arguments: arguments, environment: environment).run()
      }
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }
}

/// The version of this binary.
let gridqlVersion = "0.1.0"

/// In this target an argument is one of the command line, not one of a field.
typealias Argument<Value> = ArgumentParser.Argument<Value>
