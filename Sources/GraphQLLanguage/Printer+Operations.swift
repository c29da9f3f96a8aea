/// Spec §2.4 Operations to §2.9 Fragments, and §2.11 Variables.
extension Printer {
  mutating func writeOperationDefinition(_ operation: OperationDefinition) {
    writeDescription(operation.description)
    if !operation.isPrintedAsShorthand {
      write(operation.operationType.rawValue)
      if operation.name != nil || !operation.variableDefinitions.isEmpty { write(" ") }
      if let name = operation.name { write(name) }
      writeVariablesDefinition(operation.variableDefinitions)
      writeDirectives(operation.directives)
      write(" ")
    }
    writeSelectionSet(operation.selectionSet)
  }

  private mutating func writeVariablesDefinition(_ range: NodeRange<VariableDefinition>) {
    let definitions = document[range]
    if definitions.isEmpty { return }
    let isMultiline = definitions.contains {
      hasLineBreak($0.description, $0.defaultValue, $0.directives)
    }
    // Unlike arguments, variables on lines of their own are not indented.
    write(isMultiline ? "(\n" : "(")
    write(definitions, separator: isMultiline ? "\n" : ", ") { $0.writeVariableDefinition($1) }
    write(isMultiline ? "\n)" : ")")
  }

  private mutating func writeVariableDefinition(_ definition: VariableDefinition) {
    writeDescription(definition.description)
    write("$")
    write(definition.name)
    write(": ")
    writeTypeReference(definition.type)
    writeDefaultValue(definition.defaultValue)
    writeDirectives(definition.directives)
  }

  mutating func writeFragmentDefinition(_ fragment: FragmentDefinition) {
    writeDescription(fragment.description)
    write("fragment ")
    write(fragment.name)
    if !fragment.variableDefinitions.isEmpty {
      write("(")
      write(document[fragment.variableDefinitions], separator: ", ") {
        $0.writeVariableDefinition($1)
      }
      write(")")
    }
    write(" on ")
    write(fragment.typeCondition)
    writeDirectives(fragment.directives)
    write(" ")
    writeSelectionSet(fragment.selectionSet)
  }

  private mutating func writeSelectionSet(_ set: SelectionSet) {
    writeBlock(document[set.selections]) { $0.writeSelection($1) }
  }

  private mutating func writeSelection(_ selection: Selection) {
    switch selection {
    case .field(let index): writeField(document[index])
    case .fragmentSpread(let index): writeFragmentSpread(document[index])
    case .inlineFragment(let index): writeInlineFragment(document[index])
    }
  }

  private mutating func writeField(_ field: Field) {
    var prefixLength = field.name.length
    if let alias = field.alias {
      prefixLength += alias.length + 2
      write(alias)
      write(": ")
    }
    write(field.name)
    writeArguments(field.arguments, prefixLength: prefixLength)
    writeDirectives(field.directives)
    guard let set = field.selectionSet else { return }
    write(" ")
    writeSelectionSet(set)
  }

  private mutating func writeFragmentSpread(_ spread: FragmentSpread) {
    write("...")
    write(spread.name)
    writeArguments(spread.arguments, prefixLength: spread.name.length + 3)
    writeDirectives(spread.directives)
  }

  private mutating func writeInlineFragment(_ fragment: InlineFragment) {
    write("...")
    if let typeCondition = fragment.typeCondition {
      write(" on ")
      write(typeCondition)
    }
    writeDirectives(fragment.directives)
    write(" ")
    writeSelectionSet(fragment.selectionSet)
  }

  /// Writes arguments, on lines of their own if they and what precedes them do not fit on one.
  private mutating func writeArguments(_ range: NodeRange<Argument>, prefixLength: Int) {
    let arguments = document[range]
    if arguments.isEmpty { return }
    if fitsOnLine(arguments, after: prefixLength) {
      write("(")
      write(arguments, separator: ", ") { $0.writeArgument($1) }
      write(")")
    } else {
      writeBlock(arguments, open: "(", close: ")") { $0.writeArgument($1) }
    }
  }

  private func fitsOnLine(_ arguments: ArraySlice<Argument>, after prefixLength: Int) -> Bool {
    var length = prefixLength + 2
    for (index, argument) in arguments.enumerated() {
      length += argument.name.length + (index > 0 ? 4 : 2)
      let limit = Self.maximumLineLength - length
      guard let part = lineLength(of: document[argument.value], limit: limit) else { return false }
      length += part
    }
    return true
  }

  private mutating func writeArgument(_ argument: Argument) {
    write(argument.name)
    write(": ")
    writeValue(document[argument.value])
  }

  /// Writes directives, each after a space.
  mutating func writeDirectives(_ range: NodeRange<Directive>) {
    for directive in document[range] {
      write(" @")
      write(directive.name)
      if directive.arguments.isEmpty { continue }
      write("(")
      write(document[directive.arguments], separator: ", ") { $0.writeArgument($1) }
      write(")")
    }
  }
}

extension OperationDefinition {
  /// Whether it is a query without anything to say before its selection set.
  fileprivate var isPrintedAsShorthand: Bool {
    operationType == .query && description == nil && name == nil && variableDefinitions.isEmpty
      && directives.isEmpty
  }
}

extension Name {
  /// How many characters it has; they are ASCII.
  var length: Int { Int(range.end - range.start) }
}
