import SQLite

/// The comparisons of text without case, as SQL functions of a text and a folded part.
enum TextMatch: String, CaseIterable {
  case contains = "text_contains"
  case startsWith = "text_starts_with"
  case endsWith = "text_ends_with"

  /// Adds the functions to a connection.
  static func register(on connection: Connection) throws(SQLiteError) {
    for match in allCases {
      try connection.register(match.rawValue, argumentCount: 2) { arguments in
        arguments.withText(at: 0) { text in
          arguments.withText(at: 1) { part in
            guard let text, let part else { return .null }
            return .boolean(match.holds(text, folded: part))
          }
        }
      }
    }
  }

  /// Whether a text has a folded part where this asks for it.
  func holds(_ text: UnsafeBufferPointer<UInt8>, folded part: UnsafeBufferPointer<UInt8>) -> Bool {
    // Of ASCII text no folded form is made.
    if text.allSatisfy({ $0 < 0x80 }) { return holds(text, part, folding: lowercasedASCII) }
    return caseFolded(utf8: text).withUnsafeBufferPointer { holds($0, part, folding: { $0 }) }
  }

  @inline(__always)
  private func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>,
    folding fold: (UInt8) -> UInt8
  ) -> Bool {
    guard part.count <= text.count else { return false }
    let last = text.count - part.count
    let starts: ClosedRange<Int> =
      switch self {
      case .contains: 0...last
      case .startsWith: 0...0
      case .endsWith: last...last
      }
    return starts.contains { start in
      part.indices.allSatisfy { fold(text[start + $0]) == part[$0] }
    }
  }
}
