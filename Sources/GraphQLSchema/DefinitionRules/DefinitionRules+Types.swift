import GraphQLLanguage

/// References and extensions have a target.
extension DefinitionRules {
  /// Spec §3.4 Types.
  mutating func checkKnownType(_ name: Name) {
    let text = document.text(name)
    guard definedTypes[text] == nil, !Self.standardTypeNames.contains(text) else { return }
    let suggestions = suggestions(for: text, besides: Self.standardTypeNames)
    errors.report(
      "Unknown type \"\(text)\".\(didYouMean(suggestions))", at: name.range.start)
  }

  /// Comparisons of a name with a type's in one document, to find suggestions; where the types and
  /// the unknown names are so many, later errors come without.
  private static let maximumComparisons = 500_000

  /// The defined types, and others, that an unknown name may mean.
  private mutating func suggestions(
    for name: String, besides others: [String] = []
  ) -> [String] {
    comparisons += others.count + definedTypes.count
    guard comparisons <= Self.maximumComparisons else { return [] }
    return suggestionList(name, others + definedTypes.keys)
  }

  /// The built-in scalars and the introspection types.
  private static let standardTypeNames: [String] = builtInDefinitions.definitions.compactMap {
    guard case .type(let definition) = $0 else { return nil }
    let name = builtInDefinitions.text(definition.name)
    return name == metaFieldsTypeName ? nil : name
  }

  /// A directive that is extended is defined. Later than the edition.
  mutating func checkExtension(_ definition: DirectiveDefinition) {
    let name = document.text(definition.name)
    guard directives[name] == nil else { return }
    comparisons += directives.count
    let suggestions =
      comparisons <= Self.maximumComparisons ? suggestionList(name, Array(directives.keys)) : []
    errors.report(
      "Cannot extend directive \"@\(name)\" because it is not defined.\(didYouMean(suggestions))",
      at: definition.name.range.start)
  }

  /// Spec §3.4.3 Type Extensions.
  mutating func checkExtension(_ definition: TypeDefinition) {
    let name = document.text(definition.name)
    guard let target = definedTypes[name] else {
      let suggestions = suggestions(for: name)
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
