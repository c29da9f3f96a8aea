import GraphQLLanguage

/// Directives on definitions are used as they are defined.
extension DefinitionRules {
  /// Spec §5.7.1 Directives Are Defined, §5.7.2 Directives Are in Valid Locations.
  mutating func checkDirectives(
    _ nodes: NodeRange<Directive>, at location: DirectiveLocation
  ) {
    for node in document[nodes] {
      let name = document.text(node.name)
      let signature = directives[name]
      if let signature {
        if !signature.locations.contains(location.rawValue) {
          errors.report(
            "Directive \"@\(name)\" may not be used on \(location.rawValue).",
            at: node.range.start)
        }
        checkKnownArguments(of: node, signature, name)
      } else {
        errors.report("Unknown directive \"@\(name)\".", at: node.range.start)
      }
      let arguments = document[node.arguments]
      for (name, places) in document.repeatedNames(arguments.map(\.name)) {
        errors.report("There can be only one argument named \"\(name)\".", at: places)
      }
      for argument in arguments { checkInputFieldNames(document[argument.value]) }
      if let signature { checkRequiredArguments(of: node, signature, name) }
    }
  }

  /// Spec §5.4.1 Argument Names.
  private mutating func checkKnownArguments(
    of node: Directive, _ signature: DirectiveSignature, _ directive: String
  ) {
    for argument in document[node.arguments] {
      let name = document.text(argument.name)
      guard !signature.arguments.contains(where: { $0.name == name }) else { continue }
      let suggestions = suggestionList(name, signature.arguments.map(\.name))
      errors.report(
        "Unknown argument \"\(name)\" on directive \"@\(directive)\"."
          + didYouMean(suggestions),
        at: argument.range.start)
    }
  }

  /// Spec §5.4.3 Required Arguments.
  private mutating func checkRequiredArguments(
    of node: Directive, _ signature: DirectiveSignature, _ directive: String
  ) {
    for argument in signature.arguments where argument.isRequired {
      let isGiven = document[node.arguments].contains {
        $0.name.isText(argument.name, in: document)
      }
      if isGiven { continue }
      errors.report(
        "Argument \"@\(directive)(\(argument.name):)\" of type \"\(argument.type)\" is required, "
          + "but it was not provided.",
        at: node.range.start)
    }
  }

  /// Spec §5.7.3 Directives Are Unique per Location.
  ///
  /// `before` has those of the same location that come before; a definition and its extensions are
  /// one location. Returns them with those of `nodes`.
  @discardableResult
  mutating func checkUniqueDirectives(
    _ nodes: NodeRange<Directive>, after before: [String: Directive] = [:]
  ) -> [String: Directive] {
    var seen = before
    for node in document[nodes] {
      let name = document.text(node.name)
      guard let signature = directives[name], !signature.isRepeatable else { continue }
      if let first = seen[name] {
        errors.report(
          "The directive \"@\(name)\" can only be used once at this location.",
          at: [first.range.start, node.range.start])
      } else {
        seen[name] = node
      }
    }
    return seen
  }
}
