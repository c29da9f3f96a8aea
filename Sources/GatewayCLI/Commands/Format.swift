import ArgumentParser
import GraphQLLanguage

/// `gridql format`: documents in canonical form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print documents or SDL in canonical form.",
    discussion: """
      Comments are lost: they are not part of a document.

      With --batch, each line is an object with document and, if need be, id; it is answered by \
      a line with id and either output or errors.
      """)

  @Option(help: "How to print documents and errors: text or json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("A file with a document a line, or -.", valueName: "file"))
  var batch: String?

  @OptionGroup var experimental: ExperimentalOptions

  @Argument(
    help: ArgumentHelp(
      "A file, - for standard input (the default), or the text itself.", valueName: "document"))
  var documents: [String] = []

  func validate() throws {
    guard batch == nil || documents.isEmpty else {
      throw ValidationError("With --batch, the lines have the documents.")
    }
    try checkStandardInput(of: documents)
  }

  func run() throws {
    if let batch {
      try runBatch(batch) { request throws(BatchError) in
        Self.answer(
          document: try request.source("document"),
          try request.experiments(besides: experimental.experiments))
      }
    } else {
      try printDocuments()
    }
  }

  private func printDocuments() throws {
    var report = DocumentReport(format: format)
    for argument in documents.isEmpty ? ["-"] : documents {
      let source = try readDocument(argument)
      switch Self.canonicalForm(of: source, experimental.experiments) {
      case .success(let output): try report.add(output: output)
      case .failure(let error): try report.add([GraphQLError(error, in: source)], in: source)
      }
    }
    try report.finish()
  }

  private static func answer(document source: Source, _ experiments: Experiments) -> BatchAnswer {
    switch canonicalForm(of: source, experiments) {
    case .success(let output): BatchAnswer(output: output)
    case .failure(let error): BatchAnswer(errors: [GraphQLError(error, in: source)])
    }
  }

  private static func canonicalForm(
    of source: Source, _ experiments: Experiments
  ) -> Result<ToolOutput, SyntaxError> {
    do throws(SyntaxError) {
      let document = try parseDocument(source, options: experiments.parseOptions)
      return .success(ToolOutput(document.printed()))
    } catch {
      return .failure(error)
    }
  }
}
