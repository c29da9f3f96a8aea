/// Which records a list has or a count counts, as a statement asks for them: a question to remember the
/// answer to.
struct ListQuestion: Hashable {
  let source: ListSource
  /// Whose records; nil for all.
  let parent: Int64?
  let text: String
  let values: [ColumnValue]

  /// How long the texts are that a client may have made long.
  var bytes: Int { text.utf8.count + values.textBytes }
}

extension [ColumnValue] {
  /// How long the texts among the values are.
  var textBytes: Int {
    reduce(0) { bytes, value in
      switch value {
      case .null, .integer: bytes
      case .text(let text): bytes + text.utf8.count
      }
    }
  }
}
