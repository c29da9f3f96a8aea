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
/// All formats print as they go but the table, which needs all rows first to know how wide they are.
struct ResponsePrinter {
  /// Whether the response has errors; known after `finish`.
  private(set) var hasErrors = false

  private let format: OutputFormat
  private let query: Source
  private let operation: String?
  private let output = OutputBuffer()
  private var reformatter: JSONReformatter
  private var splitter = ResponseRowSplitter()
  private var csv = CSVWriter()
  /// The whole response, for a table.
  private var collected: [UInt8] = []

  /// Makes a printer; errors are shown with their places in `query`, of which `operation` was run.
  init(format: OutputFormat, query: Source, operation: String? = nil) {
    self.format = format
    self.query = query
    self.operation = operation
    reformatter = JSONReformatter(indent: format == .json ? 2 : nil, watchingFor: "errors")
  }

  /// Takes the next bytes of the response.
  mutating func receive(_ chunk: [UInt8]) throws {
    switch format {
    case .json, .compact:
      var text: [UInt8] = []
      reformatter.reformat(chunk, into: &text)
      try output.append(text)
    case .csv, .ndjson: try print(splitter.split(chunk))
    case .table: collected += chunk
    }
  }

  /// Prints what is left.
  mutating func finish() throws {
    switch format {
    case .json, .compact:
      try output.append([UInt8(ascii: "\n")])
      hasErrors = reformatter.hasWatchedMember
    case .table, .csv, .ndjson:
      let response = try parseResponse(format == .table ? collected : splitter.frame)
      try printRest(of: response["data"] ?? .null)
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

  /// Prints rows as soon as they are there.
  private mutating func print(_ rows: [JSONValue]) throws {
    guard format == .csv else { return try output.append(ndjsonText(rows)) }
    var text: [UInt8] = []
    for row in rows { csv.append(row, selected: selectedColumns, to: &text) }
    try output.append(text)
  }

  /// Prints the rows that are not printed yet, once the response is complete.
  private mutating func printRest(of data: JSONValue) throws {
    switch format {
    case .table:
      try output.append(
        TextTable(lineColumns: standardOutput.columns, isBold: standardOutput.wantsColor)
          .text(grid(of: data)))
    case .csv where splitter.path == nil: try output.append(csvText(grid(of: data)))
    case .csv:
      var text: [UInt8] = []
      csv.finish(&text)
      try output.append(text)
    case .ndjson, .json, .compact:
      if splitter.path == nil { try print(responseRows(of: data)) }
    }
  }

  private func selectedColumns() -> [String] {
    GatewayCLI.selectedColumns(at: splitter.path ?? [], in: query, operation: operation)
  }

  /// The errors of a response, or one that says that they are none.
  private func reportedErrors(_ errors: JSONValue) -> [ReportedError] {
    guard case .array(let errors) = errors else {
      return [ReportedError(message: "the response has malformed errors")]
    }
    return errors.map(ReportedError.init(response:))
  }

  private func parseResponse(_ text: [UInt8]) throws(MalformedResponse) -> JSONValue {
    let value: JSONValue
    do {
      value = try parseJSON(text)
    } catch {
      throw MalformedResponse(error: error)
    }
    guard case .object = value else { throw MalformedResponse(error: nil) }
    return value
  }

  /// The rows in columns; an empty list has the columns that the query selects.
  private func grid(of data: JSONValue) -> RowGrid {
    if let list = emptyListOfRows(in: data) {
      return RowGrid(
        columns: GatewayCLI.selectedColumns(at: [list], in: query, operation: operation))
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
