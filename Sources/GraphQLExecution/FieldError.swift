import GraphQLLanguage

/// Why a field has no value; becomes an error of the response. Spec §6.4.4 Handling Execution Errors.
public struct FieldError: Error, Sendable, Equatable {
  /// What went wrong, for the client's developer.
  public let message: String
  /// The machine-readable class; nil leaves `extensions` out.
  public let code: ErrorCode?
  /// Where in the document; nil for the field itself.
  let locations: [SourceLocation]?

  /// Makes an error that the client sees as it is.
  public init(_ message: String, code: ErrorCode? = nil) {
    self.init(message, code: code, locations: nil)
  }

  init(_ message: String, code: ErrorCode?, locations: [SourceLocation]?) {
    self.message = message
    self.code = code
    self.locations = locations
  }
}
