import GraphQLLanguage

/// References and extensions have a target.
extension DefinitionRules {
  /// Spec §3.4 Types.
  mutating func checkKnownType(_ name: Name) {
    let text = document.text(name)
    guard definedTypes[text] == nil, !Self.standardTypeNames.contains(text) else { return }
    let suggestions = suggestionList(text, Self.standardTypeNames + definedTypes.keys)
    errors.report(
      "Unknown type \"\(text)\".\(didYouMean(suggestions))", at: name.range.start)
  }

  /// The built-in scalars and the introspection types.
  private static let standardTypeNames: [String] = builtInDefinitions.definitions.compactMap {
    guard case .type(let definition) = $0 else { return nil }
    let name = builtInDefinitions.text(definition.name)
    return name == metaFieldsTypeName ? nil : name
  }

  /// Spec §3.4.3 Type Extensions.
  mutating func checkExtension(_ definition: TypeDefinition) {
    let name = document.text(definition.name)
    guard let target = definedTypes[name] else {
      let suggestions = suggestionList(name, Array(definedTypes.keys))
      errors.report(
        "Cannot extend type \"\(name)\" because it is not defined.\(didYouMean(suggestions))",
        at: definition.name.range.start)
      return
    }
    if target.kind != definition.kind {
      errors.report(
        "Cannot extend non-\(definition.kind.text) type \"\(name)\".",
        at: [target.range.start, definition.range.start])
    }
  }
}
