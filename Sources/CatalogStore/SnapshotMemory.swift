import SQLite

/// Bytes of text that a question and its answer may have to be kept: a client can make them as many as a
/// request may have.
private let entryBytes = 4_096

/// Answers that a reader has found, for as long as the file stays as it was then.
final class SnapshotMemory<Question: Hashable, Answer> {
  /// Changes with each snapshot that shows what another connection has committed
  /// (sqlite.org/pragma.html#pragma_data_version).
  private let dataVersion: Statement
  /// Answers that are kept; with one more all are let go.
  private let limit: Int
  private var answers: [Question: Answer] = [:]
  private var version: Int64 = 0

  init(on connection: Connection, limit: Int) throws(SQLiteError) {
    dataVersion = try connection.prepare("PRAGMA data_version")
    self.limit = limit
  }

  /// An answer that holds for the snapshot that is open.
  func answer(to question: Question) throws(SQLiteError) -> Answer? {
    if answers.isEmpty { return nil }
    guard try currentVersion() == version else {
      answers.removeAll()
      return nil
    }
    return answers[question]
  }

  /// Remembers an answer that was found in the snapshot that is open, unless the `bytes` that a client can
  /// add to are too many.
  func remember(_ answer: Answer, to question: Question, bytes: Int) throws(SQLiteError) {
    guard bytes <= entryBytes else { return }
    let current = try currentVersion()
    if current != version || answers.count >= limit { answers.removeAll() }
    version = current
    answers[question] = answer
  }

  private func currentVersion() throws(SQLiteError) -> Int64 {
    defer { dataVersion.reset() }
    return try dataVersion.step() ? dataVersion.integer(at: 0) : 0
  }
}
