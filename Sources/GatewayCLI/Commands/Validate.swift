import ArgumentParser
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// `gridql validate`: executable documents against a schema.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check executable documents against a schema.",
    discussion: "Prints nothing if all are valid; ends with status 1 if one is not.")

  @Option(help: ArgumentHelp("A file with SDL; left out: the gateway's own.", valueName: "file"))
  var schema: String?

  @Argument(
    help: ArgumentHelp("A file, - for standard input, or the text itself.", valueName: "document"))
  var documents: [String]

  func run() throws {
    let schema = try readSchema(self.schema)
    var hasErrors = false
    for argument in documents {
      let source = try readDocument(argument)
      let errors = documentErrors(source, against: schema)
      guard !errors.isEmpty else { continue }
      hasErrors = true
      standardError.note(errorReport(errors.map(ReportedError.init), in: source))
    }
    if hasErrors { throw FoundErrors() }
  }
}

/// What is wrong with an executable document: its syntax, or what validation finds.
func documentErrors(_ source: Source, against schema: Schema) -> [GraphQLError] {
  let document: Document
  do {
    document = try parseDocument(source)
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
