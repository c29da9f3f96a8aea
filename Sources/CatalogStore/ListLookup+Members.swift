import SQLite

extension ListLookup {
  /// From how many packages on their grids are read apart from which grids they are.
  ///
  /// Twenty grids' 563 packages are in 1,632 places of 247 grids: each grid once, rather than at every
  /// place, took a third off the lookup.
  private static let severalParents = 16

  /// Whether the lists are those of many packages, which share their grids.
  var sharesRecords: Bool {
    source == .related(.gridsOfPackage) && parents.count >= Self.severalParents && !isCut
      && condition.isEmpty && query.order.isEmpty && !query.needsKeysets
  }

  /// Reads which grids the packages are in, from an index that has all of it, and then each grid once.
  func readShared(on reader: CatalogReader) throws(SQLiteError) -> RecordLists {
    let cached = try reader.statement(for: MembershipSide.packages.members)
    try cached.statement.bind(utf8: keyListText(parents), at: SQLText.parent)
    defer { cached.statement.clearBindings() }
    var table = RowTable(capacity: parents.count)
    var ids: [Int64] = []
    var rows: [Int32] = []
    var offsets = [0]
    rows.reserveCapacity(parents.count * 4)
    offsets.reserveCapacity(parents.count + 1)
    try reader.run(cached) { row in
      let parent = Int(row.integer(at: 0))
      while offsets.count <= parent { offsets.append(rows.count) }
      let id = row.integer(at: 1)
      let next = Int32(truncatingIfNeeded: ids.count)
      let found = table.row(of: id, orInsert: next)
      if found == next { ids.append(id) }
      rows.append(found)
      return true
    }
    while offsets.count <= parents.count { offsets.append(rows.count) }
    let batch = try reader.records(source.entity, distinct: ids, columns: columns)
    // A file whose foreign keys do not hold has gaps, which only the joined statement leaves out.
    guard batch.ids == ids else { return try readWhole(.gridsOfPackage, on: reader) }
    return RecordLists(
      offsets: offsets, rows: rows, batch: batch,
      hasMore: Array(repeating: false, count: parents.count), keysets: [])
  }
}
