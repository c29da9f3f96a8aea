import GraphQLLanguage

/// Fields that come item by item. Draft of incremental delivery.
extension Document {
  /// The directive that streams a field, if one does.
  func stream(of field: Field) -> Directive? { directive("stream", among: field.directives) }

  /// Why two fields cannot merge, if one of them is streamed, as the end of a sentence.
  func streamConflict(_ first: Field, _ second: Field) -> String? {
    let (stream, other) = (stream(of: first), stream(of: second))
    guard stream != nil || other != nil else { return nil }
    let reason = "they have overlapping stream directives"
    guard let stream, let other, haveSameArguments(stream.arguments, other.arguments) else {
      return reason
    }
    return reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
  }
}
