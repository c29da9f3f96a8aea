import SQLite

/// Where pages far into a list begin, for as long as the file stays as it was when they were found.
///
/// An offset walks over what it leaves out, 25 ns an entry. Who pages on from there, or asks for the same
/// page again, gets a seek instead: in one snapshot, the entries behind the last one of a page are those
/// of the next.
struct RememberedPlaces {
  /// A list, and how many of its entries come before the place.
  struct Question: Hashable {
    let list: ListQuestion
    let order: [OrderTerm]
    let offset: Int

    var bytes: Int { list.bytes + order.count * MemoryLayout<OrderTerm>.stride }
  }

  /// Offsets below this are walked.
  static let leastOffset = 1_000
  private static let limit = 1_024

  private let memory: SnapshotMemory<Question, ListLookup.Seek>

  init(on connection: Connection) throws(SQLiteError) {
    memory = try SnapshotMemory(on: connection, limit: Self.limit)
  }

  /// The runs that begin at an offset in the snapshot that is open, if a page has told.
  func seek(_ question: Question) throws(SQLiteError) -> ListLookup.Seek? {
    try memory.answer(to: question)
  }

  /// Remembers the runs that begin at an offset in the snapshot that is open, made of a record's `keyset`.
  func remember(
    _ segments: [SeekSegment], of question: Question, keyset: Keyset
  ) throws(SQLiteError) {
    try memory.remember(
      ListLookup.Seek(segments: segments), to: question,
      bytes: question.bytes + keyset.values.textBytes)
  }
}

extension ListLookup {
  /// Whether it is a page of one list of all records, so far into it that its place is worth
  /// remembering.
  var isFarPage: Bool {
    offset >= RememberedPlaces.leastOffset && source == .all(source.entity) && limit != nil
      && query.after == nil && query.before == nil && !query.fromEnd && !condition.searches
  }

  /// Reads a page from the remembered place, if there is one, and remembers where it and the next one
  /// begin.
  func readFarPage(
    _ places: RememberedPlaces, on reader: CatalogReader
  ) throws(SQLiteError) -> RecordLists {
    let known = try places.seek(question(at: offset))
    let page = ListLookup(self, offset: known == nil ? offset : 0)
    let lists = try page.readPages(known ?? Seek(), on: reader)
    if known == nil, let first = lists.keysets.first {
      try places.remember(order.segments(from: first), of: question(at: offset), keyset: first)
    }
    if lists.hasMore[0], let last = lists.keysets.last {
      try places.remember(
        order.segments(after: last), of: question(at: offset + lists.keysets.count), keyset: last)
    }
    return query.needsKeysets ? lists : lists.withoutKeysets
  }

  private func question(at offset: Int) -> RememberedPlaces.Question {
    RememberedPlaces.Question(
      list: ListQuestion(
        source: source, parent: nil, text: condition.sql.text, values: condition.sql.values),
      order: query.order, offset: offset)
  }
}

extension RecordLists {
  fileprivate var withoutKeysets: RecordLists {
    RecordLists(offsets: offsets, rows: rows, batch: batch, hasMore: hasMore, keysets: [])
  }
}
