import GraphQLLanguage
import GraphQLSchema

/// A variable's values fit wherever it is used. Spec §5.8.5 All Variable Usages Are Allowed.
extension Validator {
  /// Checks the usages of an operation's variables, or of a fragment's own.
  mutating func checkAllVariableUsagesAreAllowed(
    of definitions: NodeRange<VariableDefinition>, _ usages: [VariableUsage]
  ) {
    guard !usages.isEmpty, !errors.isAborted else { return }
    var names = NameTable(document, capacity: definitions.count)
    var variables: [KnownVariable?] = []
    for definition in document[definitions] {
      let number = names.insert(definition.name)
      if number == variables.count { variables.append(nil) }
      variables[number] = KnownVariable(definition, document, schema)
    }
    for usage in usages {
      guard let variable = names.number(of: usage.name).flatMap({ variables[$0] }),
        let expected = usage.type
      else { continue }
      checkIsAllowed(usage, of: variable, expecting: expected)
    }
  }

  private mutating func checkIsAllowed(
    _ usage: VariableUsage, of variable: KnownVariable, expecting expected: FieldType
  ) {
    let places = [variable.place, usage.place]
    if !schema.allows(variable, in: usage, expecting: expected) {
      errors.report(
        "Variable \"$\(document.text(usage.name))\" of type \"\(schema.text(of: variable.type))\" "
          + "used in position expecting type \"\(schema.text(of: expected))\".",
        at: places)
    }
    if let parent = usage.oneOfParent, !variable.type.isNonNull {
      errors.report(
        "Variable \"$\(document.text(usage.name))\" is of type "
          + "\"\(schema.text(of: variable.type))\" but must be non-nullable to be used for OneOf "
          + "Input Object \"\(schema[parent].name)\".",
        at: places)
    }
  }
}

/// A variable whose type the schema has.
struct KnownVariable {
  let type: FieldType
  let hasNonNullDefault: Bool
  /// Where its definition starts.
  let place: Int32

  /// Nil if the schema does not have the type.
  init?(_ definition: VariableDefinition, _ document: Document, _ schema: Schema) {
    guard let type = schema.fieldType(of: definition.type, in: document) else { return nil }
    self.type = type
    hasNonNullDefault =
      switch definition.defaultValue.map({ document[$0].kind }) {
      case nil, .null: false
      case .variable, .int, .float, .string, .boolean, .enum, .list, .object: true
      }
    place = definition.range.start
  }
}

extension Schema {
  /// Whether there is nothing to report about a usage of a variable.
  func allows(_ usage: VariableUsage, of variable: KnownVariable) -> Bool {
    guard let expected = usage.type else { return true }
    return allows(variable, in: usage, expecting: expected)
      && (usage.oneOfParent == nil || variable.type.isNonNull)
  }

  /// A nullable variable fits a non-null place only if one of them has a default; if null is then
  /// given, it is an execution error.
  fileprivate func allows(
    _ variable: KnownVariable, in usage: VariableUsage, expecting expected: FieldType
  ) -> Bool {
    guard case .nonNull(let nullable) = expected, !variable.type.isNonNull else {
      return isSubtype(variable.type, of: expected)
    }
    return (variable.hasNonNullDefault || usage.hasDefault)
      && isSubtype(variable.type, of: nullable)
  }
}
