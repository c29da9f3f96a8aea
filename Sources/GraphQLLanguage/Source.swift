/// A GraphQL text in UTF-8, with the name to show for it.
public struct Source: Sendable {
  /// The whole text.
  public let bytes: [UInt8]
  /// A file's name, or what stands for it.
  public let name: String

  /// Makes a source of UTF-8 bytes; ill-formed UTF-8 is the lexer's to refuse.
  public init(_ bytes: [UInt8], name: String = "GraphQL request") {
    self.bytes = bytes
    self.name = name
  }

  /// Makes a source of a text.
  public init(_ text: String, name: String = "GraphQL request") {
    self.init(Array(text.utf8), name: name)
  }

  /// The line and column of a byte offset.
  ///
  /// LF, CR and CRLF end a line. Columns count UTF-16 code units, as the reference implementation
  /// in JavaScript does; graphql-core counts code points. Costs a scan of the text up to `offset`.
  public func location(at offset: Int32) -> SourceLocation {
    var line = 1
    var column = 1
    var index = 0
    while index < min(Int(offset), bytes.count) {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A, index + 1 < Int(offset)
        {
          index += 1
        }
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += byte >= 0xF0 ? 2 : 1
      }
      index += 1
    }
    return SourceLocation(line: line, column: column)
  }
}

/// A place in a text. Spec §7.1.6 Errors.
public struct SourceLocation: Sendable, Hashable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in UTF-16 code units.
  public let column: Int

  /// Makes a location of a line and a column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
