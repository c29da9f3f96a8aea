import SQLite

/// Counts that took a reader long, for as long as the file stays as it was then.
///
/// Counting takes some 20 ns a record: a tenth of a second for all of five million, with every page
/// that shows a total.
struct RememberedCounts {
  /// Counts below this are made anew, unless they took ``leastSteps``: SQLite counts all rows of a table
  /// in one step.
  static let leastCount: Int64 = 10_000
  /// Steps of a statement that make its count worth remembering: a row takes two or more, so that
  /// these are some 10 µs.
  static let leastSteps = 1_000
  private static let limit = 256

  private let memory: SnapshotMemory<ListQuestion, Int64>

  init(on connection: Connection) throws(SQLiteError) {
    memory = try SnapshotMemory(on: connection, limit: Self.limit)
  }

  /// A count that holds for the snapshot that is open.
  func count(_ question: ListQuestion) throws(SQLiteError) -> Int64? {
    try memory.answer(to: question)
  }

  /// Remembers a count that was made in the snapshot that is open, if it took long.
  func remember(_ count: Int64, of question: ListQuestion, steps: Int) throws(SQLiteError) {
    guard count >= Self.leastCount || steps >= Self.leastSteps else { return }
    try memory.remember(count, to: question, bytes: question.bytes)
  }
}
