import GraphQLLanguage

/// Why a field has no value; becomes an error of the response. Spec §6.4.4 Handling Execution Errors.
public struct FieldError: Error, Sendable, Equatable {
  /// What went wrong, for the client's developer.
  public let message: String
  /// The machine-readable class; nil leaves `extensions` out.
  public let code: ErrorCode?
  /// Whether it is an argument that is wrong, and not the field as a whole.
  let concernsArgument: Bool

  /// Makes an error that the client sees as it is.
  public init(_ message: String, code: ErrorCode? = nil) {
    self.init(message, code: code, concernsArgument: false)
  }

  init(_ message: String, code: ErrorCode?, concernsArgument: Bool) {
    self.message = message
    self.code = code
    self.concernsArgument = concernsArgument
  }
}
