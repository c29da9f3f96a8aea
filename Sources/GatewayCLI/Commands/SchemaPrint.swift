import ArgumentParser
import CatalogGateway
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// `gridql schema print`: schemas as SDL, or as the answer to the introspection query.
struct SchemaPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print schemas as SDL or as introspection JSON.",
    discussion: """
      The gateway's own schema is printed as it is served at /schema.graphql, unless sorted; that \
      of a file in the layout of the reference implementation, extensions merged.

      With --batch, each line is an object with schema and, if need be, sort and id; it is \
      answered by a line with id and either output or errors.
      """)

  @Flag(help: "Print the answer to the standard introspection query.")
  var introspection = false

  @Flag(help: "Print types, fields, arguments and values in the order of their names.")
  var sort = false

  @Option(help: "How to print schemas and errors: text or json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("A file with a schema a line, or -.", valueName: "file"))
  var batch: String?

  @OptionGroup var experimental: ExperimentalOptions

  @Argument(help: "A file with SDL, or -; left out: the gateway's own schema.")
  var files: [String] = []

  func validate() throws {
    guard batch == nil || files.isEmpty else {
      throw ValidationError("With --batch, the lines have the schemas.")
    }
    try checkStandardInput(of: files)
  }

  func run() throws {
    if let batch {
      try runBatch(batch) { request throws(BatchError) in
        let source = try request.source("schema")
        let experiments = try request.experiments(besides: experimental.experiments)
        let isSorted = try request.optionalBoolean("sort") ?? sort
        return switch output(of: source, experiments, isSorted: isSorted) {
        case .success(let output): BatchAnswer(output: output)
        case .failure(let error): BatchAnswer(errors: error.errors)
        }
      }
    } else if files.isEmpty, !introspection, !sort, format == .text {
      try standardOutput.write(Array(Gateway.schemaText.utf8))
    } else {
      try printSchemas()
    }
  }

  private func printSchemas() throws {
    var report = DocumentReport(format: format)
    let files: [String?] = self.files.isEmpty ? [nil] : self.files
    for file in files {
      let source = try readSchemaSource(file)
      switch output(of: source, experimental.experiments, isSorted: sort) {
      case .success(let output): try report.add(output: output)
      case .failure(let error): try report.add(error.errors, in: source)
      }
    }
    try report.finish()
  }

  private func output(
    of source: Source, _ experiments: Experiments, isSorted: Bool
  ) -> Result<ToolOutput, SchemaTextError> {
    do throws(SchemaTextError) {
      let original = try schema(in: source, experiments)
      let text = printSchema(original, isSorted: isSorted)
      guard introspection else { return .success(ToolOutput(text)) }
      // Only the text of a schema has an order to choose.
      return .success(
        introspectionOutput(
          of: isSorted ? try schema(in: Source(text), experiments) : original, experiments))
    } catch {
      return .failure(error)
    }
  }

  private func introspectionOutput(
    of schema: Schema, _ experiments: Experiments
  ) -> ToolOutput {
    var response: [UInt8] = []
    JSONExecutor(schema: schema)
      .execute(Source(introspectionQuery(experiments)), data: .object([])).append(to: &response)
    return ToolOutput(json: response)
  }
}
