import GraphQLLanguage
import JSON

/// An error of a document or a response, with what a person needs to find its cause.
struct ReportedError: Equatable {
  let message: String
  /// The machine-readable class, if there is one.
  var code: String?
  /// The steps to the place in the response.
  var path: [String] = []
  /// Places in the document.
  var locations: [SourceLocation] = []
}

extension ReportedError {
  /// An error of our own libraries.
  init(_ error: GraphQLError) {
    message = error.message
    code = error.code?.rawValue
    path = (error.path ?? []).map { step in
      switch step {
      case .name(let name): name
      case .index(let index): String(index)
      }
    }
    locations = error.locations
  }

  /// An error as a server sent it; what is malformed in it is left out. Spec §7.1.6 Errors.
  init(response error: JSONValue) {
    message = string(error["message"]) ?? "an error without a message"
    code = string(error["extensions"]?["code"])
    path = elements(error["path"]).map { string($0) ?? $0.description }
    locations = elements(error["locations"]).compactMap { location in
      guard case .int(let line) = location["line"], case .int(let column) = location["column"],
        line > 0, column > 0
      else { return nil }
      return SourceLocation(line: Int(line), column: Int(column))
    }
  }
}

private func string(_ value: JSONValue?) -> String? {
  if case .string(let text) = value { text } else { nil }
}

private func elements(_ value: JSONValue?) -> [JSONValue] {
  if case .array(let elements) = value { elements } else { [] }
}
