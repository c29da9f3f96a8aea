import SQLite

/// What tells the common statements apart, so that their text is composed once and found by a few
/// numbers afterwards. A statement with a filter or a keyset has no shape and goes by its text.
enum StatementShape: Hashable {
  case one(Entity, ColumnSet)
  case many(Entity, ColumnSet)
  case unique(Entity, repoURL: Bool, ColumnSet)
  case page(ListSource, [OrderTerm], ColumnSet, fromEnd: Bool, needsKeysets: Bool)
  case whole(Relation, [OrderTerm], ColumnSet, needsKeysets: Bool)
  case count(ListSource)
  case counts(Relation)
}

/// A compiled statement that selects a layout's columns first.
struct RecordStatement {
  let cached: CachedStatement
  let layout: RowLayout
}
