import ArgumentParser
import GraphQLLanguage

/// `gridql schema check`: what is wrong with a schema.
struct SchemaCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that SDL is a valid schema.",
    discussion: """
      Prints nothing if it is, unless as json; ends with status 1 if not.

      With --batch, each line is an object with schema and, if need be, id; it is answered by a \
      line with id and errors.
      """)

  @Option(help: "How to print the errors: text or json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("A file with a schema a line, or -.", valueName: "file"))
  var batch: String?

  @OptionGroup var experimental: ExperimentalOptions

  @Argument(help: "A file with SDL, or - for standard input.")
  var files: [String] = []

  func validate() throws {
    if batch != nil {
      guard files.isEmpty else {
        throw ValidationError("With --batch, the lines have the schemas.")
      }
    } else {
      guard !files.isEmpty else { throw ValidationError("There is no schema.") }
    }
    try checkStandardInput(of: files + [batch])
  }

  func run() throws {
    if let batch {
      try runBatch(batch) { request throws(BatchError) in
        BatchAnswer(
          errors: schemaErrors(
            in: try request.source("schema"),
            try request.experiments(besides: experimental.experiments)))
      }
    } else {
      var report = DocumentReport(format: format)
      for file in files {
        let source = try readDocument(file)
        try report.add(schemaErrors(in: source, experimental.experiments), in: source)
      }
      try report.finish()
    }
  }
}
