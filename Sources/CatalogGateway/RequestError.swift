import GraphQLLanguage
import JSON

/// Why the parameters of a request are not well-formed, so that there is nothing to execute.
///
/// GraphQL over HTTP, "Request Parameters"; every case answers with `BAD_REQUEST`, but for JSON that nests
/// more deeply than is read, which answers with `LIMIT_EXCEEDED`.
public enum RequestError: Error, Sendable, Equatable {
  /// What a client may say in a request.
  public enum Parameter: String, Sendable {
    case query
    case documentId
    case operationName
    case variables
    case extensions
  }

  /// The request has no body.
  case missingBody
  /// The body, or the URL's text for a parameter, is no JSON.
  case invalidJSON(Parameter?, JSONError)
  /// The body is JSON, but no object.
  case bodyNotObject(found: JSONKind)
  /// There is no document to execute.
  case missingQuery
  /// The extension `persistedQuery` is of no form that is known.
  case unsupportedPersistedQuery
  /// A parameter has a value of the wrong type.
  case wrongType(Parameter, found: JSONKind)
  /// The URL names a parameter more than once.
  case repeated(Parameter)
  /// The URL's text for a parameter is not UTF-8, or a percent sign starts no encoded byte.
  case invalidEncoding(Parameter)

  /// What programs know it by.
  var code: ErrorCode {
    if case .invalidJSON(_, let error) = self, case .nestedTooDeeply = error.reason {
      return .limitExceeded
    }
    return .badRequest
  }

  /// The sentence for the client.
  var message: String {
    switch self {
    case .missingBody:
      "The request has no body; it must be a JSON object with a \"query\"."
    case .invalidJSON(let parameter, let error):
      Self.message(
        about: parameter.map { "The parameter \"\($0.rawValue)\"" } ?? "The request body", error)
    case .bodyNotObject(let found):
      "The request body must be a JSON object, not \(found.phrase)."
    case .missingQuery:
      "The parameter \"query\" is missing."
    case .unsupportedPersistedQuery:
      "The extension \"persistedQuery\" must have \"version\": 1 and a text \"sha256Hash\"."
    case .wrongType(let parameter, let found):
      "The parameter \"\(parameter.rawValue)\" must be \(parameter.kind.phrase), "
        + "not \(found.phrase)."
    case .repeated(let parameter):
      "The parameter \"\(parameter.rawValue)\" is given more than once."
    case .invalidEncoding(let parameter):
      "The parameter \"\(parameter.rawValue)\" is not URL-encoded UTF-8."
    }
  }
}

extension RequestError {
  private static func message(about text: String, _ error: JSONError) -> String {
    guard case .nestedTooDeeply(let limit) = error.reason else {
      return "\(text) is not valid JSON: \(error)"
    }
    return "\(text) nests values more than \(limit) levels deep; the limit jsonNesting is \(limit) "
      + "(line \(error.position.line), column \(error.position.column))."
  }

  /// Whether there is nothing to be read, rather than something else than there should be.
  var isUnreadable: Bool {
    switch self {
    case .missingBody, .invalidJSON, .invalidEncoding: true
    case .bodyNotObject, .missingQuery, .unsupportedPersistedQuery, .wrongType, .repeated: false
    }
  }
}

extension RequestError.Parameter {
  /// What its value must be.
  var kind: JSONKind {
    switch self {
    case .query, .documentId, .operationName: .string
    case .variables, .extensions: .object
    }
  }
}

extension JSONKind {
  fileprivate var phrase: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension GraphQLResponse {
  /// The response that tells a client why its request is not well-formed.
  public init(_ error: RequestError) {
    self.init(refusal: error.message, code: error.code)
    if error.isUnreadable { outcome = .unreadableRequest }
  }

  /// The response of a transport that does not pass a request on, with one error.
  public init(refusal message: String, code: ErrorCode) {
    self.init(requestError: GraphQLError(message, code: code))
  }
}
