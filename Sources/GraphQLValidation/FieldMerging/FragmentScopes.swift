import GraphQLLanguage

/// Two spreads of one fragment that give its variables different values.
struct SpreadConflict {
  let first: FragmentSpread
  let second: FragmentSpread
}

/// Which variables mean something of their own in a fragment. Draft of fragment arguments.
///
/// Arguments in which such a variable occurs are the same only within the fragment, as another
/// place may give another value; the draft compares the values themselves, which lets more merge.
struct FragmentScopes {
  /// The variables that a fragment declares, by name; of several the last.
  private struct Scope {
    let definition: Int
    let range: SourceRange
    var variables: [String: VariableDefinition] = [:]
  }

  /// The fragments that declare variables, in source order.
  private var scopes: [Scope] = []

  init(_ document: Document) {
    for (index, definition) in document.definitions.enumerated() {
      guard case .fragment(let fragment) = definition, !fragment.variableDefinitions.isEmpty
      else { continue }
      var scope = Scope(definition: index, range: fragment.range)
      for variable in document[fragment.variableDefinitions] {
        scope.variables[document.text(variable.name)] = variable
      }
      scopes.append(scope)
    }
  }

  /// The variables that a definition declares, if it is a fragment.
  func variables(ofDefinitionAt index: Int) -> [String: VariableDefinition] {
    guard !isEmpty, let place = firstScope(where: { $0.definition >= index }),
      scopes[place].definition == index
    else { return [:] }
    return scopes[place].variables
  }

  /// Whether no fragment declares a variable.
  var isEmpty: Bool { scopes.isEmpty }

  /// Whether arguments that are written alike have variables that mean something else in each.
  func differ(
    _ first: NodeRange<Argument>, _ second: NodeRange<Argument>, in document: Document
  ) -> Bool {
    guard !isEmpty, let argument = document[first].first, let other = document[second].first else {
      return false
    }
    let (scope, otherScope) = (
      index(at: argument.range.start), index(at: other.range.start)
    )
    guard scope != otherScope else { return false }
    let own = [scope, otherScope].compactMap { $0.map { scopes[$0].variables } }
    return document[first].contains { argument in
      document.hasVariable(in: document[argument.value]) { name in
        own.contains { $0[name] != nil }
      }
    }
  }

  /// The scope that a place is in.
  private func index(at place: Int32) -> Int? {
    firstScope { $0.range.end > place }.flatMap { scopes[$0].range.start <= place ? $0 : nil }
  }

  /// The first scope for which something holds that does for all after it; nil without one.
  private func firstScope(where holds: (Scope) -> Bool) -> Int? {
    var (low, high) = (0, scopes.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(scopes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < scopes.count ? low : nil
  }
}

extension Document {
  /// Whether a variable that is one of some occurs in a value. Recurses as deep as that nests.
  fileprivate func hasVariable(in value: Value, where isOne: (String) -> Bool) -> Bool {
    switch value.kind {
    case .variable(let name): isOne(text(name))
    case .list(let items): self[items].contains { hasVariable(in: $0, where: isOne) }
    case .object(let fields):
      self[fields].contains { hasVariable(in: self[$0.value], where: isOne) }
    case .int, .float, .string, .boolean, .null, .enum: false
    }
  }
}
