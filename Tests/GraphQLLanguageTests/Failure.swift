import GraphQLLanguage
import Testing

/// A text that is no document, with the message (after `Syntax Error: `) and the place to expect.
struct Failure: Sendable, CustomTestStringConvertible {
  let text: String
  let error: GraphQLError

  init(
    _ text: String, _ message: String, _ line: Int, _ column: Int,
    code: ErrorCode = .graphqlParseFailed
  ) {
    self.text = text
    error = GraphQLError(
      "Syntax Error: \(message)", locations: [SourceLocation(line: line, column: column)],
      code: code)
  }

  var testDescription: String { text.debugDescription }

  /// Expects the parser to refuse the text in just this way.
  func check(
    options: ParseOptions = ParseOptions(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(
      syntaxError(in: Source(text), options: options) == error, sourceLocation: sourceLocation)
  }
}

/// The error that parsing a text ends in, if it does.
func syntaxError(in source: Source, options: ParseOptions = ParseOptions()) -> GraphQLError? {
  do {
    _ = try parseDocument(source, options: options)
    return nil
  } catch {
    return GraphQLError(error, in: source)
  }
}
