import ArgumentParser

/// How `query` prints an answer.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// The whole response, indented.
  case json
  /// The whole response on one line.
  case compact
  /// Aligned columns, for people.
  case table
  /// Comma-separated values, for spreadsheets. RFC 4180.
  case csv
  /// One JSON object a line, for programs.
  case ndjson
}
