import GraphQLLanguage
import GraphQLSchema

/// A variable's values fit wherever it is used. Spec §5.8.5 All Variable Usages Are Allowed.
extension Validator {
  mutating func checkAllVariableUsagesAreAllowed(
    in operation: OperationDefinition, _ usages: VariableUsages
  ) {
    guard !usages.isEmpty, !errors.isAborted else { return }
    checkUsagesAreAllowed(
      of: operation.variableDefinitions, distinct: usages.distinct, all: usages.all)
  }

  /// Checks usages of variables; those that are no different but in place are in `distinct` once.
  mutating func checkUsagesAreAllowed(
    of definitions: NodeRange<VariableDefinition>, distinct: [VariableUsage],
    all: @autoclosure () -> [VariableUsage]
  ) {
    let variables = knownVariables(of: definitions)
    guard !distinct.allSatisfy({ isAllowed($0, variables) }) else { return }
    for usage in all() {
      guard let variable = variables[usage.name], let expected = usage.type else { continue }
      let (definition, type) = (variable.definition, variable.type)
      if !isAllowed(variable, in: usage, expecting: expected) {
        errors.report(
          "Variable \"$\(document.text(usage.name))\" of type \"\(schema.text(of: type))\" used in position "
            + "expecting type \"\(schema.text(of: expected))\".",
          at: [definition.range.start, usage.place])
      }
      if let parent = usage.oneOfParent, !type.isNonNull {
        errors.report(
          "Variable \"$\(document.text(usage.name))\" is of type \"\(schema.text(of: type))\" but must be "
            + "non-nullable to be used for OneOf Input Object \"\(schema[parent].name)\".",
          at: [definition.range.start, usage.place])
      }
    }
  }

  /// A variable whose type there is.
  private struct KnownVariable {
    let definition: VariableDefinition
    let type: FieldType
  }

  /// Variables by name.
  private struct KnownVariables {
    var names: NameTable
    /// By the number of the name; nil for a variable without a type.
    var variables: [KnownVariable?] = []

    subscript(name: Name) -> KnownVariable? { names.number(of: name).flatMap { variables[$0] } }
  }

  private func knownVariables(of nodes: NodeRange<VariableDefinition>) -> KnownVariables {
    let definitions = document[nodes]
    var known = KnownVariables(names: NameTable(document, capacity: definitions.count))
    for definition in definitions {
      let variable = schema.fieldType(of: definition.type, in: document).map {
        KnownVariable(definition: definition, type: $0)
      }
      let number = known.names.insert(definition.name)
      if number < known.variables.count {
        known.variables[number] = variable
      } else {
        known.variables.append(variable)
      }
    }
    return known
  }

  /// Whether there is nothing to report.
  private func isAllowed(_ usage: VariableUsage, _ variables: KnownVariables) -> Bool {
    guard let variable = variables[usage.name], let expected = usage.type else { return true }
    return isAllowed(variable, in: usage, expecting: expected)
      && (usage.oneOfParent == nil || variable.type.isNonNull)
  }

  /// A nullable variable fits a non-null place only if one of them has a default; if null is then
  /// given, it is an execution error.
  private func isAllowed(
    _ variable: KnownVariable, in usage: VariableUsage, expecting expected: FieldType
  ) -> Bool {
    guard case .nonNull(let nullable) = expected, !variable.type.isNonNull else {
      return schema.isSubtype(variable.type, of: expected)
    }
    return (hasNonNullDefault(variable.definition) || usage.hasDefault)
      && schema.isSubtype(variable.type, of: nullable)
  }

  private func hasNonNullDefault(_ definition: VariableDefinition) -> Bool {
    guard let value = definition.defaultValue else { return false }
    if case .null = document[value].kind { return false }
    return true
  }
}
