/// How many tokens a text has, as `ParseOptions.maximumTokens` counts them.
///
/// Costs time linear in the text and no memory. Throws the first error of the lexical grammar.
/// Spec §2.1.5 Lexical Tokens.
public func tokenCount(of source: Source) throws(SyntaxError) -> Int {
  let bytes = source.bytes.span
  var count = 0
  var token = try Lexer.token(after: 0, in: bytes)
  while token.kind != .endOfFile {
    count += 1
    token = try Lexer.token(after: Int(token.end), in: bytes)
  }
  return count
}
