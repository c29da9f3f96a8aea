import GraphQLLanguage

/// Errors as a person reads them: message, path in the response, and the places in `source`, each
/// with its line and a mark below its column.
func errorReport(_ errors: [ReportedError], in source: Source) -> String {
  let lines = String(decoding: source.bytes, as: UTF8.self)
    .split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
  return errors.map { errorReport($0, lines: lines, name: source.name) }.joined(separator: "\n")
}

private func errorReport(_ error: ReportedError, lines: [Substring], name: String) -> String {
  var report = "error: " + visible(error.message)
  if let code = error.code { report += visible(" [\(code)]") }
  if !error.path.isEmpty { report += "\n  at " + visible(error.path.joined(separator: ".")) }
  for location in error.locations {
    report += "\n  --> \(name):\(location.line):\(location.column)"
    report += excerpt(location, lines: lines)
  }
  return report
}

/// The line that a location points to, and a mark below its column. Nothing for a long line.
private func excerpt(_ location: SourceLocation, lines: [Substring]) -> String {
  let longestLine = 200
  guard location.line <= lines.count else { return "" }
  let line = lines[location.line - 1]
  guard line.utf16.count <= longestLine, location.column <= line.utf16.count + 1 else { return "" }
  let before = String(decoding: line.utf16.prefix(location.column - 1), as: UTF16.self)
  let indent = String(repeating: " ", count: displayWidth(visible(before)))
  return "\n    \(visible(String(line)))\n    \(indent)^"
}
