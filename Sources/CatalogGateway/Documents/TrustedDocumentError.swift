import GraphQLLanguage
import JSON

/// Why the trusted documents cannot be used.
public enum TrustedDocumentError: Error, Sendable, Equatable {
  /// A manifest is no JSON.
  case invalidJSON(JSONError, name: String)
  /// A manifest is JSON, but has neither of the forms that are known.
  case unknownForm(name: String)
  /// Two documents have one id.
  case repeatedID(String, name: String, other: String)
  /// A document cannot be executed; the first document's name and its errors.
  case invalid(name: String, [GraphQLError])
}

extension TrustedDocumentError: CustomStringConvertible {
  /// The sentence for the operator.
  public var description: String {
    switch self {
    case .invalidJSON(let error, let name):
      "\(name) is not valid JSON: \(error)"
    case .unknownForm(let name):
      "\(name) is no manifest of documents: it needs \"operations\" with \"id\" and \"body\", "
        + "or must be an object of ids and texts."
    case .repeatedID(let id, let name, let other):
      "\(name) and \(other) are different documents with the same id \"\(id)\"."
    case .invalid(let name, let errors):
      "\(name) cannot be trusted: "
        + errors.map { error in
          let place = error.locations.first.map { " (line \($0.line), column \($0.column))" }
          return error.message + (place ?? "")
        }.joined(separator: " ")
    }
  }
}
