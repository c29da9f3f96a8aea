/// What an execution error does to the rest of the response; a draft later than the edition.
public enum ErrorBehavior: String, Sendable, CaseIterable {
  /// Null at a non-null position makes its parent null. Spec §6.4.4 Handling Execution Errors.
  case propagate
  /// The position itself becomes null, whatever its type.
  case null
  /// The first error makes all of `data` null, and is the only one.
  case halt
}
