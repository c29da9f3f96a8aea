import GraphQLLanguage
import JSON

/// Why a field has no value; becomes an error of the response. Spec §6.4.4 Handling Execution Errors.
public struct FieldError: Error, Sendable, Equatable {
  /// What went wrong, for the client's developer.
  public let message: String
  /// The machine-readable class; nil leaves `extensions` out.
  public let code: ErrorCode?
  /// What `extensions` says besides the code, in order: for the client's program.
  public let details: [JSONMember]
  /// Whether it is an argument that is wrong, and not the field as a whole.
  let concernsArgument: Bool
  /// Whether it ends the execution of a query: then it is the only error, and `data` is null.
  public private(set) var endsExecution = false

  /// Makes an error that the client sees as it is.
  public init(_ message: String, code: ErrorCode? = nil, details: [JSONMember] = []) {
    self.init(message, code: code, details: details, concernsArgument: false)
  }

  init(
    _ message: String, code: ErrorCode?, details: [JSONMember] = [], concernsArgument: Bool
  ) {
    self.message = message
    self.code = code
    self.details = details
    self.concernsArgument = concernsArgument
  }
}

extension FieldError {
  /// The error as one that ends the execution of a query.
  public func endingExecution() -> FieldError {
    var error = self
    error.endsExecution = true
    return error
  }

  /// The details as an error of the response has them; nil without any.
  var detailsText: String? {
    guard !details.isEmpty else { return nil }
    return String(JSONValue.object(details).description.dropFirst().dropLast())
  }
}

extension GraphQLError {
  /// An error of the request as a whole.
  public init(requestError error: FieldError) {
    self.init(error.message, code: error.code, details: error.detailsText)
  }
}
