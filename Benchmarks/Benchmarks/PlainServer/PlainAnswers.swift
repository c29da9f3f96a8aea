import PlainSQL

/// A connection of the C program, for one thread at a time.
final class PlainAnswers {
  struct CannotOpen: Error {}

  private let plain: OpaquePointer

  init(path: String) throws {
    guard let plain = plain_sql_open(path) else { throw CannotOpen() }
    self.plain = plain
  }

  deinit {
    plain_sql_close(plain)
  }

  /// The answer to `Q1/ID` or the like; nil if there is no such question.
  func answer(_ path: Substring) -> [UInt8]? {
    let parts = path.split(separator: "/")
    guard let name = parts.first else { return nil }
    let id = parts.count > 1 ? Int64(parts[1]) ?? 0 : 0
    var length = 0
    var text = String(name)
    let bytes = text.withUTF8 { name in
      name.withMemoryRebound(to: CChar.self) { name in
        plain_sql_answer(plain, name.baseAddress, name.count, id, &length)
      }
    }
    guard let bytes else { return nil }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
