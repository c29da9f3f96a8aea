/// A lexical token. Spec §2.1.5 Lexical Tokens.
struct Token: Sendable, Equatable {
  /// What a token can be; comments are ignored and never become one.
  enum Kind: UInt8, Sendable {
    case endOfFile
    case exclamationMark, dollar, ampersand, leftParenthesis, rightParenthesis, dot, spread, colon
    case equals, at, leftBracket, rightBracket, leftBrace, pipe, rightBrace
    case name, int, float, string, blockString
  }

  let kind: Kind
  /// The first byte's offset.
  let start: Int32
  /// The offset after the last byte.
  let end: Int32

  var range: SourceRange { SourceRange(start: start, end: end) }
}

/// The names that the grammar gives a meaning.
enum Keyword: String, Sendable, CaseIterable {
  case query, mutation, subscription, fragment, on
  case schema, scalar, type, interface, union, `enum`, input, directive, extend
  case implements, repeatable
  case `true`, `false`, null
}
