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
      of what stands for an interface or a union. Ends with status 1 if the response has errors, \
      which also stand on standard error with the lines that they are about.

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

  @OptionGroup var experimental: ExperimentalOptions

  @Argument(
    help: ArgumentHelp("A file, - for standard input, or the text itself.", valueName: "document"))
  var document: String?

  @Option(
    help: ArgumentHelp(
      "What an execution error does: propagate, null or halt; needs --experimental on-error.",
      valueName: "behavior"))
  var onError: ErrorBehavior?

  func validate() throws {
    guard onError == nil || experimental.experiments.contains(.onError) else {
      throw ValidationError("--on-error is a draft: it needs --experimental on-error.")
    }
    if batch != nil {
      guard document == nil, data == nil, variables == nil, operation == nil else {
        throw ValidationError("With --batch, each line says what to run, and over which data.")
      }
    } else {
      guard document != nil else { throw ValidationError("There is no document.") }
      guard data != nil else { throw ValidationError("There is no --data.") }
    }
    do {
      _ = try variableValues()
    } catch {
      throw ValidationError("\(error)")
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
    let experiments = experimental.experiments
    let executor = JSONExecutor(
      schema: try readSchema(schema, experiments), limits: .ofTools,
      parseOptions: experiments.parseOptions)
    let source = try readDocument(document)
    let response = executor.execute(
      source, operationName: operation, variables: try variableValues(), data: try readJSON(data),
      errorBehavior: onError ?? .propagate)
    var text: [UInt8] = []
    response.append(to: &text)
    var printer = ResponsePrinter(format: .json, query: source)
    try printer.receive(text)
    try printer.finish()
    guard !response.errors.isEmpty else { return }
    standardError.note(errorReport(response.errors.map(ReportedError.init), in: source))
    throw FoundErrors()
  }

  private func variableValues() throws(VariablesError) -> [JSONMember] {
    guard let variables else { return [] }
    return try variableMembers(of: Array(variables.utf8), in: "--variables")
  }

  private func run(batch: String) throws {
    var executors = try BatchSchemas(
      defaultSource: schema.map { try readSchemaSource($0) }, experimental.experiments
    ) { schema, experiments in
      JSONExecutor(schema: schema, limits: .ofTools, parseOptions: experiments.parseOptions)
    }
    try runBatch(batch) { request throws(BatchError) in
      let experiments = try request.experiments(besides: experimental.experiments)
      let executor: JSONExecutor
      switch try executors.product(for: request, experiments) {
      case .success(let found): executor = found
      case .failure(let failure): return BatchAnswer(errors: failure.errors)
      }
      let response = executor.execute(
        try request.source("query"),
        operationName: try request.optionalText("operationName"),
        variables: try request.optionalMembers("variables"),
        data: request["data"] ?? .null,
        errorBehavior: try request.errorBehavior(experiments) ?? onError ?? .propagate)
      var members: [UInt8] = []
      response.appendMembers(to: &members)
      return BatchAnswer(members: members, hasErrors: !response.errors.isEmpty)
    }
  }
}

extension ErrorBehavior: ExpressibleByArgument {}

extension BatchRequest {
  /// What a line says that an error does; nil if it says nothing, or may not.
  fileprivate func errorBehavior(_ experiments: Experiments) throws(BatchError) -> ErrorBehavior? {
    let member = "onError"
    guard experiments.contains(.onError), let name = try optionalText(member) else { return nil }
    guard let behavior = ErrorBehavior(rawValue: name.lowercased()) else {
      throw .unexpectedValue(member, name, expected: "PROPAGATE, NULL or HALT")
    }
    return behavior
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
    return try parseJSON(bytes, limits: .ofTools)
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
