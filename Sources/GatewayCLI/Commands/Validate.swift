import ArgumentParser
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// `gridql validate`: executable documents against a schema.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check executable documents against a schema.",
    discussion: """
      Prints nothing if all are valid, unless as json; ends with status 1 if one is not.

      With --batch, each line is an object with query and, if need be, schema and id; it is \
      answered by a line with id, errors and schemaErrors.
      """)

  @Option(help: ArgumentHelp("A file with SDL; left out: the gateway's own.", valueName: "file"))
  var schema: String?

  @Option(help: "How to print the errors: text or json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("A file with a document a line, or -.", valueName: "file"))
  var batch: String?

  @OptionGroup var experimental: ExperimentalOptions

  @Argument(
    help: ArgumentHelp("A file, - for standard input, or the text itself.", valueName: "document"))
  var documents: [String] = []

  func validate() throws {
    if batch != nil {
      guard documents.isEmpty else {
        throw ValidationError("With --batch, the lines have the documents.")
      }
    } else {
      guard !documents.isEmpty else { throw ValidationError("There is no document.") }
    }
    try checkStandardInput(of: documents + [schema, batch])
  }

  func run() throws {
    if let batch {
      var schemas = try BatchSchemas(
        defaultSource: readSchemaSource(schema), experimental.experiments
      ) { schema, _ in schema }
      try runBatch(batch) { request throws(BatchError) in
        let experiments = try request.experiments(besides: experimental.experiments)
        return Self.answer(
          query: try request.source("query"),
          schema: try schemas.product(for: request, experiments), experiments)
      }
    } else {
      try checkDocuments()
    }
  }

  private func checkDocuments() throws {
    let schemaSource = try readSchemaSource(schema)
    let schema: Schema
    var report = DocumentReport(format: format)
    do throws(SchemaTextError) {
      schema = try GatewayCLI.schema(in: schemaSource, experimental.experiments)
    } catch {
      // For people once, for programs in the answer to each document.
      let count = format == .json ? documents.count : 1
      for _ in 0..<count { try report.add(error.errors, in: schemaSource) }
      return try report.finish()
    }
    for argument in documents {
      let source = try readDocument(argument)
      try report.add(
        documentErrors(source, against: schema, experimental.experiments), in: source)
    }
    try report.finish()
  }

  /// With a schema that is not valid, only the syntax of the query is checked.
  private static func answer(
    query: Source, schema: Result<Schema, SchemaTextError>, _ experiments: Experiments
  ) -> BatchAnswer {
    let errors: [GraphQLError]
    let schemaErrors: [GraphQLError]
    switch schema {
    case .success(let schema):
      errors = documentErrors(query, against: schema, experiments)
      schemaErrors = []
    case .failure(let failure):
      errors = syntaxErrors(query, experiments)
      schemaErrors = failure.errors
    }
    var members = Array("\"errors\":".utf8)
    appendErrors(errors, to: &members)
    members.append(contentsOf: ",\"schemaErrors\":".utf8)
    appendErrors(schemaErrors, to: &members)
    return BatchAnswer(members: members, hasErrors: !errors.isEmpty || !schemaErrors.isEmpty)
  }
}

/// The syntax error of a document, if it has one: the first ends parsing.
private func syntaxErrors(_ source: Source, _ experiments: Experiments) -> [GraphQLError] {
  do throws(SyntaxError) {
    _ = try parseDocument(source, options: experiments.parseOptions)
    return []
  } catch {
    return [GraphQLError(error, in: source)]
  }
}

/// What is wrong with an executable document: its syntax, or what validation finds.
func documentErrors(
  _ source: Source, against schema: Schema, _ experiments: Experiments = []
) -> [GraphQLError] {
  let document: Document
  do {
    document = try parseDocument(source, options: experiments.parseOptions)
  } catch {
    return [GraphQLError(error, in: source)]
  }
  do {
    _ = try validate(document, against: schema)
    return []
  } catch {
    return error.errors
  }
}
