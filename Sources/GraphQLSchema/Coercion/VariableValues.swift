import GraphQLLanguage

/// The coerced values of an operation's variables, by their place in the operation.
///
/// Only `coerceVariableValues` makes values; so each fits its variable's type.
/// Spec §6.1.2 Coercing Variable Values.
public struct VariableValues: Sendable {
  /// No variables at all.
  public static let empty = VariableValues(names: [], values: [])

  /// Where the names stand in the operation's document.
  private let names: [Name]
  private let values: [InputValue?]

  init(names: [Name], values: [InputValue?]) {
    self.names = names
    self.values = values
  }

  /// The value of the variable that the operation defines at a place; nil if it is absent.
  public subscript(index: Int) -> InputValue? { values[index] }

  /// The value of the variable with a name in the operation's document; nil if it is absent.
  public subscript(name: Name, document: Document) -> InputValue? {
    names.firstIndex { $0.hasSameText(as: name, in: document) }.flatMap { values[$0] }
  }
}
