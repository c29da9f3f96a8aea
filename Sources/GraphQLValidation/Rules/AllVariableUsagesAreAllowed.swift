import GraphQLLanguage
import GraphQLSchema

/// A variable's values fit wherever it is used. Spec §5.8.5 All Variable Usages Are Allowed.
extension Validator {
  mutating func checkAllVariableUsagesAreAllowed(
    in operation: OperationDefinition, _ usages: [VariableUsage]
  ) {
    guard !usages.isEmpty, !errors.isAborted else { return }
    var variables: [String: (definition: VariableDefinition, type: FieldType)] = [:]
    for definition in document[operation.variableDefinitions] {
      variables[document.text(definition.name)] = schema.fieldType(
        of: definition.type, in: document
      ).map { (definition, $0) }
    }
    for usage in usages {
      guard let (definition, type) = variables[usage.name], let expected = usage.type else {
        continue
      }
      if !isAllowed(definition, type, in: usage, expecting: expected) {
        errors.report(
          "Variable \"$\(usage.name)\" of type \"\(schema.text(of: type))\" used in position "
            + "expecting type \"\(schema.text(of: expected))\".",
          at: [definition.range.start, usage.place])
      }
      if let parent = usage.oneOfParent, !type.isNonNull {
        errors.report(
          "Variable \"$\(usage.name)\" is of type \"\(schema.text(of: type))\" but must be "
            + "non-nullable to be used for OneOf Input Object \"\(schema[parent].name)\".",
          at: [definition.range.start, usage.place])
      }
    }
  }

  /// A nullable variable fits a non-null place only if one of them has a default; if null is then
  /// given, it is an execution error.
  private func isAllowed(
    _ definition: VariableDefinition, _ type: FieldType, in usage: VariableUsage,
    expecting expected: FieldType
  ) -> Bool {
    guard case .nonNull(let nullable) = expected, !type.isNonNull else {
      return schema.isSubtype(type, of: expected)
    }
    return (hasNonNullDefault(definition) || usage.hasDefault)
      && schema.isSubtype(type, of: nullable)
  }

  private func hasNonNullDefault(_ definition: VariableDefinition) -> Bool {
    guard let value = definition.defaultValue else { return false }
    if case .null = document[value].kind { return false }
    return true
  }
}
