import GraphQLLanguage

/// Each name is defined once.
extension DefinitionRules {
  /// Spec §3.3 Schema.
  mutating func checkLoneSchemaDefinition(_ definition: SchemaDefinition) {
    guard !definition.isExtension else { return }
    if hasSchemaDefinition {
      errors.report("Must provide only one schema definition.", at: definition.range.start)
    }
    hasSchemaDefinition = true
  }

  /// Spec §3.3.1 Root Operation Types.
  mutating func checkOperationTypes(_ definition: SchemaDefinition) {
    for root in document[definition.operationTypes] {
      if let first = operationTypes[root.operationType] {
        errors.report(
          "There can be only one \(root.operationType.rawValue) type in schema.",
          at: [first.range.start, root.range.start])
      } else {
        operationTypes[root.operationType] = root
      }
    }
  }

  /// Spec §3.4 Types.
  mutating func checkTypeName(_ name: Name) {
    let text = document.text(name)
    checkUnique(name, text, among: \.typeNames, "There can be only one type named \"\(text)\".")
  }

  /// Spec §3.13 Directives.
  mutating func checkDirectiveName(_ name: Name) {
    let text = document.text(name)
    checkUnique(
      name, text, among: \.directiveNames, "There can be only one directive named \"@\(text)\".")
  }

  /// Spec §3.9 Enums.
  mutating func checkEnumValueNames(_ definition: TypeDefinition) {
    let type = document.text(definition.name)
    for value in document[definition.values] {
      let coordinate = "\(type).\(document.text(value.name))"
      checkUnique(
        value.name, coordinate, among: \.enumValueNames,
        "Enum value \"\(coordinate)\" can only be defined once.")
    }
  }

  /// Spec §3.6 Objects, §3.7 Interfaces, §3.10 Input Objects.
  mutating func checkFieldNames(_ definition: TypeDefinition) {
    let type = document.text(definition.name)
    let names =
      document[definition.fields].map(\.name) + document[definition.inputFields].map(\.name)
    for name in names {
      let coordinate = "\(type).\(document.text(name))"
      checkUnique(
        name, coordinate, among: \.fieldNames, "Field \"\(coordinate)\" can only be defined once.")
    }
  }

  private mutating func checkUnique(
    _ name: Name, _ key: String, among known: WritableKeyPath<Self, [String: Name]>,
    _ message: String
  ) {
    if let first = self[keyPath: known][key] {
      errors.report(message, at: [first.range.start, name.range.start])
    } else {
      self[keyPath: known][key] = name
    }
  }

  /// Spec §3.6.1 Field Arguments, §3.13 Directives.
  mutating func checkArgumentNames(_ nodes: NodeRange<InputValueDefinition>, of owner: String) {
    for (name, places) in document.repeatedNames(document[nodes].map(\.name)) {
      errors.report(
        "Argument \"\(owner)(\(name):)\" can only be defined once.", at: places)
    }
  }

  /// Spec §5.6.3 Input Object Field Uniqueness.
  mutating func checkInputFieldNames(_ value: Value) {
    switch value.kind {
    case .list(let items):
      for item in document[items] { checkInputFieldNames(item) }
    case .object(let fields):
      var known: [String: Name] = [:]
      for field in document[fields] {
        let name = document.text(field.name)
        if let first = known[name] {
          errors.report(
            "There can be only one input field named \"\(name)\".",
            at: [first.range.start, field.name.range.start])
        } else {
          known[name] = field.name
        }
        checkInputFieldNames(document[field.value])
      }
    case .variable, .int, .float, .string, .boolean, .null, .enum: break
    }
  }
}
