import JSON

/// Rows as aligned columns for people.
///
/// Numbers stand right, all else left; a list is shown as its items. Characters that would move the
/// cursor or control a terminal are replaced.
struct TextTable {
  /// The widest a line may be, in terminal columns; nil for any width. Wider cells are cut off.
  var lineColumns: Int?
  /// Whether the header is set off in bold.
  var isBold = false

  /// The table's lines, each with its newline; nothing at all for no columns.
  func text(_ grid: RowGrid) -> [UInt8] {
    guard !grid.columns.isEmpty else { return [] }
    let header = grid.columns.map(visible)
    let rows = grid.cells.map { $0.map(cellText) }
    let standsRight = grid.columns.indices.map { column in
      grid.cells.allSatisfy { isNumberOrNull($0[column]) }
        && grid.cells.contains { $0[column] != .null }
    }
    let widths = fitted(
      header.indices.map { column in
        rows.reduce(displayWidth(header[column])) { max($0, displayWidth($1[column])) }
      })

    func line(_ cells: [String]) -> String {
      var line = ""
      for (index, cell) in cells.enumerated() {
        if index > 0 { line += "  " }
        let cell = cut(cell, to: widths[index])
        let padding = String(repeating: " ", count: widths[index] - displayWidth(cell))
        line += standsRight[index] ? padding + cell : cell + padding
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }

    let title = line(header)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let head = [isBold ? "\u{1B}[1m\(title)\u{1B}[0m" : title, rule]
    return (head + rows.map(line)).reduce(into: []) { $0 += Array(($1 + "\n").utf8) }
  }

  /// Widths that fit the line: the widest columns give way first.
  private func fitted(_ widths: [Int]) -> [Int] {
    let leastColumns = 8
    var widths = widths
    guard let lineColumns else { return widths }
    var excess = widths.reduce(2 * (widths.count - 1), +) - lineColumns
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > leastColumns
    {
      let next = widths.filter { $0 < widths[widest] }.max() ?? 0
      let step = min(excess, widths[widest] - max(next, leastColumns - 1))
      widths[widest] -= max(1, step)
      excess -= max(1, step)
    }
    return widths
  }
}

private func isNumberOrNull(_ value: JSONValue) -> Bool {
  switch value {
  case .null, .int, .number: true
  case .boolean, .string, .array, .object: false
  }
}

/// What a cell shows. An item of a list that is an object of one member shows that member.
private func cellText(_ value: JSONValue) -> String {
  switch value {
  case .null: ""
  case .string(let text): visible(text)
  case .array(let items): items.map(itemText).joined(separator: ", ")
  case .boolean, .int, .number, .object: visible(value.description)
  }
}

private func itemText(_ item: JSONValue) -> String {
  if case .object(let members) = item, let only = members.first, members.count == 1 {
    return itemText(only.value)
  }
  if case .array = item { return visible(item.description) }
  return cellText(item)
}

/// A text on one line: white space becomes a blank, other control characters U+FFFD.
func visible(_ text: String) -> String {
  let isClean = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
  if isClean { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar.properties.isWhitespace: shown.append(" ")
    case .lineSeparator, .paragraphSeparator: shown.append(" ")
    case .control: shown.append("\u{FFFD}")
    default: shown.append(scalar)
    }
  }
  return String(shown)
}
