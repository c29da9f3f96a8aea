import JSON

/// Rows as comma-separated values with a header line. RFC 4180 §2 Definition of the CSV Format.
///
/// Null is an empty field, a list is JSON text. Nothing at all for no columns.
func csvText(_ grid: RowGrid) -> [UInt8] {
  guard !grid.columns.isEmpty else { return [] }
  var output: [UInt8] = []
  appendCSVHeader(grid.columns, to: &output)
  for row in grid.cells { appendCSVRecord(row, to: &output) }
  return output
}

/// Adds the line of the columns' names.
func appendCSVHeader(_ columns: [String], to output: inout [UInt8]) {
  appendRecord(columns, to: &output)
}

/// Adds the line of a row.
func appendCSVRecord(_ cells: [JSONValue], to output: inout [UInt8]) {
  appendRecord(cells.map(csvField), to: &output)
}

private func appendRecord(_ fields: [String], to output: inout [UInt8]) {
  for (index, field) in fields.enumerated() {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    let isPlain = field.utf8.allSatisfy { !isSpecial($0) }
    if isPlain && !(fields.count == 1 && field.isEmpty) {
      output.append(contentsOf: field.utf8)
    } else {
      output.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { output.append(byte) }
        output.append(byte)
      }
      output.append(UInt8(ascii: "\""))
    }
  }
  output.append(contentsOf: "\r\n".utf8)
}

private func isSpecial(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
    || byte == UInt8(ascii: "\n")
}

private func csvField(_ value: JSONValue) -> String {
  switch value {
  case .null: ""
  case .string(let text): text
  case .boolean, .int, .number, .array, .object: value.description
  }
}
