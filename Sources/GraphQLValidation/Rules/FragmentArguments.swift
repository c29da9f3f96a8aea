import GraphQLLanguage
import GraphQLSchema

/// Rules of the draft of fragment arguments: of the variables that fragments declare, and of the
/// arguments on their spreads. Only a document that was parsed with them has any.
extension Validator {
  /// No variable is declared twice, and each is used in the fragment.
  mutating func checkFragmentVariables(of fragment: FragmentDefinition, _ index: Int) {
    guard !fragment.variableDefinitions.isEmpty else { return }
    checkVariableUniqueness(fragment.variableDefinitions)
    let used = Set(outline.ownUsages(in: index).map { document.text($0.name) })
    for variable in document[fragment.variableDefinitions] {
      let name = document.text(variable.name)
      guard !used.contains(name) else { continue }
      errors.report(
        "Variable \"$\(name)\" is never used in fragment \"\(document.text(fragment.name))\".",
        at: variable.range.start)
    }
  }

  /// The values of a fragment's variables fit wherever they are used in it.
  mutating func checkFragmentVariableUsages(of fragment: FragmentDefinition, _ index: Int) {
    checkAllVariableUsagesAreAllowed(
      of: fragment.variableDefinitions, Array(outline.ownUsages(in: index)))
  }

  /// The arguments are variables of the fragment, each given once, with values of their types.
  mutating func checkFragmentArguments(of index: NodeIndex<FragmentSpread>) {
    let spread = document[index]
    guard !spread.arguments.isEmpty else { return }
    checkArgumentUniqueness(spread.arguments)
    let name = document.text(spread.name)
    let target = outline.target(of: index)
    let variables = target.map { outline.fragmentScopes.variables(ofDefinitionAt: $0) } ?? [:]
    for argument in document[spread.arguments] where !errors.isAborted {
      let argumentName = document.text(argument.name)
      let variable = variables[argumentName]
      if target != nil, variable == nil {
        let suggestions = suggestionList(argumentName, Array(variables.keys))
        errors.report(
          "Unknown argument \"\(argumentName)\" on fragment \"\(name)\".\(didYouMean(suggestions))",
          at: argument.range.start)
      }
      let type = variable.flatMap { schema.fieldType(of: $0.type, in: document) }
      checkValue(argument.value, as: type.flatMap { schema.isInputType($0) ? $0 : nil })
    }
  }

  /// A variable that must have a value is given one.
  mutating func checkRequiredFragmentArguments(of index: NodeIndex<FragmentSpread>) {
    guard let fragment = outline.fragment(of: index), !fragment.variableDefinitions.isEmpty else {
      return
    }
    let spread = document[index]
    let name = document.text(spread.name)
    let given = Set(document[spread.arguments].map { document.text($0.name) })
    for variable in document[fragment.variableDefinitions]
    where variable.defaultValue == nil && !errors.isAborted {
      guard case .nonNull = document[variable.type].kind,
        !given.contains(document.text(variable.name))
      else { continue }
      errors.report(
        "Fragment \"\(name)\" argument \"\(document.text(variable.name))\" of type "
          + "\"\(document.printed(variable.type))\" is required, but it was not provided.",
        at: spread.range.start)
    }
  }

  /// Says which spreads of one fragment meet in one selection set with different arguments.
  mutating func report(_ conflicts: [SpreadConflict]) {
    for conflict in conflicts where !errors.isAborted {
      let texts = [conflict.first, conflict.second].map(text(of:))
      errors.report(
        "Spreads \"\(document.text(conflict.first.name))\" conflict because \(texts[0]) and "
          + "\(texts[1]) have different fragment arguments.",
        at: [conflict.first.range.start, conflict.second.range.start])
    }
  }

  private func text(of spread: FragmentSpread) -> String {
    let arguments = document[spread.arguments].map { argument in
      "\(document.text(argument.name)): \(document.printed(argument.value))"
    }
    let list = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
    return (document.text(spread.name) + list).abbreviated
  }
}
