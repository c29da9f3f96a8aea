import GraphQLLanguage

/// Why a type does not accept a literal or a JSON value, in a sentence for the client.
public struct InputProblem: Sendable, Equatable {
  /// The sentence.
  public let message: String
  /// Where in the value; empty for the whole of it.
  public let path: [GraphQLError.PathSegment]
  /// Where in the document, for a literal.
  public let range: SourceRange?

  /// `path` as messages write it, with a word before it: ` at .filter.ids[2]`; empty for none.
  public var pathText: String {
    guard !path.isEmpty else { return "" }
    return " at "
      + path.map { segment in
        switch segment {
        case .name(let name): ".\(name)"
        case .index(let index): "[\(index)]"
        }
      }.joined()
  }
}

/// The sentences that literals and JSON values share.
enum InputSentence {
  static func nullForNonNull(_ type: String) -> String {
    "Expected value of non-null type \"\(type)\" not to be null."
  }

  static func notAnObject(_ type: String, found: String) -> String {
    "Expected value of type \"\(type)\" to be an object, found: \(found)."
  }

  static func missingField(_ type: String, _ field: String, found: String) -> String {
    "Expected value of type \"\(type)\" to include required field \"\(field)\", found: \(found)."
  }

  static func unknownField(
    _ type: InputObjectType, _ field: String, found: String
  ) -> String {
    let suggestion = didYouMean(suggestionList(field, type.fields.map(\.name)))
    return "Expected value of type \"\(type.name)\" not to include unknown field \"\(field)\""
      + (suggestion.isEmpty ? ", found" : ".\(suggestion) Found") + ": \(found)."
  }

  static func notExactlyOne(_ type: String) -> String {
    "Within OneOf Input Object type \"\(type)\", exactly one field must be specified, "
      + "and the value for that field must be non-null."
  }
}
