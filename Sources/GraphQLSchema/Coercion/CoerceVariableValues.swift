import GraphQLLanguage
import JSON

/// The reasons why a request's variables do not fit its operation; at least one.
public struct VariableErrors: Error, Sendable, Equatable {
  /// In the order of the operation's variables, with locations and code.
  public let errors: [GraphQLError]
}

/// How many errors about variables are reported before coercion stops.
private let maximumVariableErrors = 50

extension Schema {
  /// The values of an operation's variables from the JSON of a request.
  ///
  /// Members that are no variables of the operation are ignored; of members with one name the last
  /// counts. Throws every reason why a value does not fit, up to fifty.
  /// Spec §6.1.2 Coercing Variable Values.
  public func coerceVariableValues(
    of operation: OperationDefinition, in document: Document, from members: [JSONMember]
  ) throws(VariableErrors) -> VariableValues {
    if operation.variableDefinitions.isEmpty { return .empty }
    let definitions = document[operation.variableDefinitions]
    let given = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    var errors = ErrorList(
      limit: maximumVariableErrors,
      abortMessage: "Too many errors processing variables, error limit reached. Execution aborted.")
    var values: [InputValue?] = []
    values.reserveCapacity(definitions.count)
    for definition in definitions {
      values.append(
        coerce(
          given[document.text(definition.name)], for: definition, in: document, errors: &errors))
    }
    guard errors.isEmpty else {
      throw VariableErrors(errors: errors.errors(in: document.source, code: .badUserInput))
    }
    return VariableValues(names: definitions.map(\.name), values: values)
  }

  private func coerce(
    _ given: JSONValue?, for definition: VariableDefinition, in document: Document,
    errors: inout ErrorList
  ) -> InputValue? {
    let name = document.text(definition.name)
    guard let type = fieldType(of: definition.type, in: document), isInputType(type) else {
      errors.report(
        "Variable \"$\(name)\" expected value of type \"\(document.printed(definition.type))\" "
          + "which cannot be used as an input type.",
        at: document[definition.type].range.start)
      return nil
    }
    if given == nil, let literal = definition.defaultValue {
      if let value = coerceLiteral(literal, in: document, as: type) { return value }
      for problem in problems(of: literal, in: document, as: type, limit: maximumVariableErrors) {
        errors.report(
          "Variable \"$\(name)\" has invalid default value\(problem.pathText): \(problem.message)",
          at: definition.range.start)
      }
      return nil
    }
    if given == nil, !type.isNonNull { return nil }
    if let given, let value = JSONCoercion(schema: self).coerce(given, as: type) { return value }
    var check = JSONProblems(schema: self, limit: maximumVariableErrors + 1)
    check.check(given, as: type)
    for problem in check.problems {
      errors.report(
        "Variable \"$\(name)\" has invalid value\(problem.pathText): \(problem.message)",
        at: definition.range.start)
    }
    return nil
  }
}
