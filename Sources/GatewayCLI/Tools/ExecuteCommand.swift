import ArgumentParser
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON

/// `gridql execute`: a query over plain JSON data.
struct Execute: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a query over plain JSON data.",
    discussion: """
      The value of a field is the property of its name; the property __typename names the type \
      of what stands for an interface or a union. Ends with status 1 if the response has errors.

      With --batch, each line is an object with schema, data, query and, if need be, variables, \
      operationName and id; it is answered by a line with id, data and errors.
      """)

  @Option(help: ArgumentHelp("A file with SDL; left out: the gateway's own.", valueName: "file"))
  var schema: String?

  @Option(help: ArgumentHelp("A file with the root object, or -.", valueName: "file"))
  var data: String?

  @Option(help: ArgumentHelp("All variables: a JSON object.", valueName: "json"))
  var variables: String?

  @Option(help: ArgumentHelp("Which operation, if there are several.", valueName: "name"))
  var operation: String?

  @Option(help: ArgumentHelp("A file with a request a line, or -.", valueName: "file"))
  var batch: String?

  @Argument(
    help: ArgumentHelp("A file, - for standard input, or the text itself.", valueName: "document"))
  var document: String?

  func validate() throws {
    if batch != nil {
      guard document == nil, data == nil, variables == nil, operation == nil else {
        throw ValidationError("With --batch, each line says what to run, and over which data.")
      }
    } else {
      guard document != nil else { throw ValidationError("There is no document.") }
      guard data != nil else { throw ValidationError("There is no --data.") }
    }
    try checkStandardInput(of: [document, data, schema, batch])
  }

  func run() throws {
    if let batch {
      try run(batch: batch)
    } else if let document, let data {
      try run(document: document, data: data)
    }
  }

  private func run(document: String, data: String) throws {
    let executor = JSONExecutor(schema: try readSchema(schema), limits: .ofTools)
    let source = try readDocument(document)
    let response = executor.execute(
      source, operationName: operation, variables: try variableValues(), data: try readJSON(data))
    var text: [UInt8] = []
    response.append(to: &text)
    var printer = ResponsePrinter(format: .json, query: source)
    try printer.receive(text)
    try printer.finish()
    if printer.hasErrors { throw FoundErrors() }
  }

  private func variableValues() throws(VariablesError) -> [JSONMember] {
    guard let variables else { return [] }
    return try variableMembers(of: Array(variables.utf8), in: "--variables")
  }

  private func run(batch: String) throws {
    var executors = BatchSchemas(defaultSchema: try schema.map { try readSchema($0) }) {
      JSONExecutor(schema: $0, limits: .ofTools)
    }
    try runBatch(batch) { request throws(BatchError) in
      let executor: JSONExecutor
      switch try executors.product(for: request) {
      case .success(let found): executor = found
      case .failure(let failure): return BatchAnswer(errors: failure.errors)
      }
      let response = executor.execute(
        Source(try request.text("query")),
        operationName: try request.optionalText("operationName"),
        variables: try request.optionalMembers("variables"),
        data: request.object["data"] ?? .null)
      var members: [UInt8] = []
      response.appendMembers(to: &members)
      return BatchAnswer(members: members, hasErrors: !response.errors.isEmpty)
    }
  }
}

/// Data that is not JSON.
struct DataError: Error, Equatable, CustomStringConvertible {
  /// The file that the data is in.
  let place: String
  let error: JSONError

  var description: String { "\(place) is not JSON: \(error)" }
}

/// Reads the JSON value that a file holds, or standard input for `-`.
private func readJSON(_ path: String) throws -> JSONValue {
  let input = try InputFile(path: path)
  let bytes = try input.readAll()
  do throws(JSONError) {
    return try parseJSON(bytes)
  } catch {
    throw DataError(place: input.name, error: error)
  }
}

extension PlanLimits {
  /// Wide enough for what one runs on purpose, and narrow enough for a bomb of fragments to end.
  fileprivate static var ofTools: Self {
    var limits = Self()
    limits.nodes = 1_000_000
    return limits
  }
}
