import GraphQLLanguage
import JSON

/// The answer is no GraphQL response at all.
struct MalformedResponse: Error, Equatable, CustomStringConvertible {
  /// What is wrong with its JSON; nil if it is JSON of another shape.
  let error: JSONError?

  var description: String {
    "the answer is not a GraphQL response" + (error.map { ": \($0)" } ?? "")
  }
}

/// Prints a response in one of the formats while its bytes arrive.
///
/// The whole-response formats print as they go; the row formats need all of it first.
struct ResponsePrinter {
  /// Whether the response has errors; known after `finish`.
  private(set) var hasErrors = false

  private let format: OutputFormat
  private let query: Source
  private let operation: String?
  private let output = OutputBuffer()
  private var reformatter: JSONReformatter
  private var collected: [UInt8] = []

  /// Makes a printer; errors are shown with their places in `query`, of which `operation` was run.
  init(format: OutputFormat, query: Source, operation: String? = nil) {
    self.format = format
    self.query = query
    self.operation = operation
    reformatter = JSONReformatter(isIndented: format == .json)
  }

  /// Takes the next bytes of the response.
  mutating func receive(_ chunk: [UInt8]) throws {
    switch format {
    case .json, .compact:
      var text: [UInt8] = []
      reformatter.reformat(chunk, into: &text)
      try output.append(text)
    case .table, .csv, .ndjson:
      collected += chunk
    }
  }

  /// Prints what is left.
  mutating func finish() throws {
    switch format {
    case .json, .compact:
      try output.append([UInt8(ascii: "\n")])
      hasErrors = reformatter.hasErrors
    case .table, .csv, .ndjson:
      let response = try parseResponse()
      try output.append(rowText(of: response["data"] ?? .null))
      if let errors = response["errors"] {
        hasErrors = true
        try output.flush()
        standardError.note(errorReport(reportedErrors(errors), in: query))
      }
      if case .object(let stats) = response["extensions"]?["stats"] {
        try output.flush()
        standardError.note(stats.map { "\($0.name): \($0.value)" }.joined(separator: "  "))
      }
    }
    try output.flush()
  }

  /// The errors of a response, or one that says that they are none.
  private func reportedErrors(_ errors: JSONValue) -> [ReportedError] {
    guard case .array(let errors) = errors else {
      return [ReportedError(message: "the response has malformed errors")]
    }
    return errors.map(ReportedError.init(response:))
  }

  private func parseResponse() throws(MalformedResponse) -> JSONValue {
    let value: JSONValue
    do {
      value = try parseJSON(collected)
    } catch {
      throw MalformedResponse(error: error)
    }
    guard case .object = value else { throw MalformedResponse(error: nil) }
    return value
  }

  private func rowText(of data: JSONValue) -> [UInt8] {
    switch format {
    case .table:
      TextTable(lineColumns: standardOutput.columns, isBold: standardOutput.wantsColor)
        .text(grid(of: data))
    case .csv: csvText(grid(of: data))
    case .ndjson, .json, .compact: ndjsonText(responseRows(of: data))
    }
  }

  /// The rows in columns; an empty list has the columns that the query selects.
  private func grid(of data: JSONValue) -> RowGrid {
    if let list = emptyListOfRows(in: data) {
      return RowGrid(columns: selectedColumns(of: list, in: query, operation: operation))
    }
    return RowGrid(responseRows(of: data))
  }
}

/// Each row as JSON on a line of its own.
func ndjsonText(_ rows: [JSONValue]) -> [UInt8] {
  var output: [UInt8] = []
  for row in rows {
    appendJSON(row, to: &output)
    output.append(UInt8(ascii: "\n"))
  }
  return output
}
