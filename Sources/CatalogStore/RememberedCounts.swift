import SQLite

/// Counts of many records that a reader has made, for as long as the file stays as it was then.
///
/// Counting takes some 20 ns a record: a tenth of a second for all of five million, with every page
/// that shows a total.
final class RememberedCounts {
  /// What was counted: a statement and its values.
  struct Question: Hashable {
    let source: ListSource
    let text: String
    let values: [ColumnValue]
  }

  /// Counts below this are made anew.
  static let leastCount: Int64 = 10_000
  /// Counts that are kept; with one more all are let go.
  private static let limit = 256
  /// Bytes of a question that is kept.
  private static let questionBytes = 4_096

  /// Changes with each snapshot that shows what another connection has committed
  /// (sqlite.org/pragma.html#pragma_data_version).
  private let dataVersion: Statement
  private var counts: [Question: Int64] = [:]
  private var version: Int64 = 0

  init(on connection: Connection) throws(SQLiteError) {
    dataVersion = try connection.prepare("PRAGMA data_version")
  }

  /// A count that holds for the snapshot that is open.
  func count(_ question: Question) throws(SQLiteError) -> Int64? {
    if counts.isEmpty { return nil }
    guard try currentVersion() == version else {
      counts.removeAll()
      return nil
    }
    return counts[question]
  }

  /// Remembers a count that was made in the snapshot that is open.
  func remember(_ count: Int64, of question: Question) throws(SQLiteError) {
    guard count >= Self.leastCount, question.bytes <= Self.questionBytes else { return }
    let current = try currentVersion()
    if current != version || counts.count >= Self.limit { counts.removeAll() }
    version = current
    counts[question] = count
  }

  private func currentVersion() throws(SQLiteError) -> Int64 {
    defer { dataVersion.reset() }
    return try dataVersion.step() ? dataVersion.integer(at: 0) : 0
  }
}

extension RememberedCounts.Question {
  fileprivate var bytes: Int {
    values.reduce(text.utf8.count) { bytes, value in
      switch value {
      case .null, .integer: bytes
      case .text(let text): bytes + text.utf8.count
      }
    }
  }
}
