import JSON

/// Writes rows as CSV while they arrive.
///
/// The header is what all rows show if there are no more than `heldRows`. Of a longer list it is what the
/// first ones show and what the query selects beside that: nobody waits for the last row to learn the
/// columns.
struct CSVWriter {
  /// How many rows are looked at before the header is written.
  static let heldRows = 1_000

  private var held: [JSONValue] = []
  private var columns: RowColumns?

  /// Takes a row; adds what can be written to `output`. `selected` gives the columns that the query
  /// selects.
  mutating func append(_ row: JSONValue, selected: () -> [String], to output: inout [UInt8]) {
    if let columns {
      appendCSVRecord(columns.cells(of: row), to: &output)
    } else {
      held.append(row)
      if held.count > Self.heldRows { begin(RowColumns(of: held, selected: selected()), &output) }
    }
  }

  /// Adds what is left.
  mutating func finish(_ output: inout [UInt8]) {
    if columns == nil { begin(RowColumns(of: held), &output) }
  }

  private mutating func begin(_ columns: RowColumns, _ output: inout [UInt8]) {
    self.columns = columns
    guard !columns.names.isEmpty else { return }
    appendCSVHeader(columns.names, to: &output)
    for row in held { appendCSVRecord(columns.cells(of: row), to: &output) }
    held = []
  }
}
