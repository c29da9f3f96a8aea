/// The next few tokens of a text.
///
/// Lexing many at a time keeps the loop over the bytes in one place, without a reference count for
/// every token, and still needs no more memory for a long text.
struct TokenWindow {
  /// How many tokens are lexed at a time.
  private static let maximumCount = 256

  private var tokens: [Token]
  /// How many of `tokens` have been lexed, and how many of these taken.
  private var count = 0
  private var index = 0
  /// Where the last token of the window ends.
  private var end = 0

  /// Makes an empty window at the start of a text of so many bytes.
  init(byteCount: Int) {
    let capacity = min(byteCount / 2 + 1, Self.maximumCount)
    tokens = Array(repeating: Token(kind: .endOfFile, start: 0, end: 0), count: capacity)
  }

  /// Takes the next token; at the end of the text, the end, over and over.
  ///
  /// An error is thrown when its place is next, not before. Inlined, which makes parsing a tenth
  /// faster.
  @inline(__always)
  mutating func next(in bytes: [UInt8]) throws(SyntaxError) -> Token {
    if index == count { try refill(from: bytes.span) }
    let token = tokens[index]
    index += 1
    return token
  }

  private mutating func refill(from bytes: Span<UInt8>) throws(SyntaxError) {
    var count = 0
    var end = end
    // Writing through a span asks once whether the array is shared, not for every token.
    var window = tokens.mutableSpan
    while count < window.count {
      let token: Token
      do {
        token = try Lexer.token(after: end, in: bytes)
      } catch {
        if count == 0 { throw error }
        break
      }
      window[count] = token
      count += 1
      end = Int(token.end)
      if token.kind == .endOfFile { break }
    }
    self.count = count
    self.end = end
    index = 0
  }
}
