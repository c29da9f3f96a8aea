import ArgumentParser

/// Which database a command works on, for commands that need one.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("database"), help: ArgumentHelp("The catalog's file.", valueName: "file"))
  var path = "catalog.db"
}
