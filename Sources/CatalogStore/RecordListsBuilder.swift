import SQLite

/// Collects the entries of lists, parent after parent, and each record once.
struct RecordListsBuilder: ~Copyable {
  private var records: RecordBatchBuilder
  /// Only where a record can be in several lists.
  private var table: RowTable?
  /// The order's terms and its tie-breaker, where keysets are needed.
  private let keysetTerms: [SortTerm]
  private let keysetColumn: Int
  private var offsets = [0]
  private var rows: [Int32] = []
  private var hasMore: [Bool] = []
  private var keysets: [Keyset] = []

  /// Makes a builder of so many lists, with room for some rows in all of them.
  init(_ layout: RowLayout, keysetsOf order: ListOrder?, parents: Int, rows: Int) {
    records = RecordBatchBuilder(layout, rows: rows)
    if parents > 1 { table = RowTable(capacity: rows) }
    keysetTerms = order?.terms ?? []
    keysetColumn = order == nil ? 0 : layout.count
    self.rows.reserveCapacity(rows)
    offsets.reserveCapacity(parents + 1)
    hasMore.reserveCapacity(parents)
  }

  /// How many lists are complete.
  var finishedLists: Int { hasMore.count }

  /// Adds the current row to the list of the current parent.
  mutating func append(_ row: borrowing Statement) {
    let next = Int32(truncatingIfNeeded: records.ids.count)
    let id = row.integer(at: 0)
    let found = table?.row(of: id, orInsert: next) ?? next
    if found == next { records.append(row, id: id) }
    rows.append(found)
    if keysetColumn > 0 { keysets.append(keyset(row)) }
  }

  /// Ends the list of the current parent; turns it round if it was read from its end.
  mutating func endList(hasMore more: Bool = false, reversed: Bool = false) {
    let start = offsets[hasMore.count]
    if reversed {
      rows[start...].reverse()
      if keysetColumn > 0 { keysets[start...].reverse() }
    }
    offsets.append(rows.count)
    hasMore.append(more)
  }

  /// The lists; all of them have ended.
  consuming func finish() -> RecordLists {
    let (offsets, rows, hasMore, keysets) = (offsets, rows, hasMore, keysets)
    return RecordLists(
      offsets: offsets, rows: rows, batch: records.finish(), hasMore: hasMore, keysets: keysets)
  }

  private func keyset(_ row: borrowing Statement) -> Keyset {
    var values: [ColumnValue] = []
    for (index, term) in keysetTerms.enumerated() {
      values.append(row.value(at: keysetColumn + index, term.kind))
    }
    return Keyset(values: values, id: row.integer(at: keysetColumn + keysetTerms.count))
  }
}

extension Statement {
  fileprivate func value(at column: Int, _ kind: ColumnKind) -> ColumnValue {
    if isNull(at: column) { return .null }
    return switch kind {
    case .integer, .boolean: .integer(integer(at: column))
    case .text, .json: .text(text(at: column) ?? "")
    }
  }
}
