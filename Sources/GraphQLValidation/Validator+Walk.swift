import GraphQLLanguage
import GraphQLSchema

/// The walk through selection sets. Recurses as deep as the document nests.
extension Validator {
  /// Checks the selections on a type; nil if it is unknown, so that little can be said.
  ///
  /// `field` is what the selections belong to, if that is known; `isInline` is whether the selection
  /// set is an inline fragment's.
  mutating func walk(
    _ selectionSet: SelectionSet, on type: FieldType?, of field: OutputField? = nil,
    isInline: Bool = false
  ) {
    let parent = type.map(\.namedType).flatMap { schema[$0].isComposite ? $0 : nil }
    if !isInline { reportMergeConflicts(in: selectionSet, on: parent) }
    for selection in document[selectionSet.selections] where !errors.isAborted {
      switch selection {
      case .field(let index): walk(document[index], on: parent)
      case .fragmentSpread(let index): walk(document[index], on: parent, of: field)
      case .inlineFragment(let index): walk(document[index], on: parent, of: field)
      }
    }
  }

  private mutating func walk(_ field: Field, on parent: TypeID?) {
    let definition = parent.flatMap { schema.field(named: field.name, in: document, on: $0) }
    if let definition { checkLeafFieldSelection(field, definition) }
    if let parent, definition == nil { reportUnknownField(field, on: parent) }
    checkDirectivesAreUnique(field.directives)
    checkArgumentUniqueness(field.arguments)
    checkIntrospectionDepth(field)

    for argument in document[field.arguments] {
      let known = definition?.arguments.first { argument.name.isText($0.name, in: document) }
      if known == nil, let parent, let definition {
        reportUnknownArgument(argument, of: definition, on: parent)
      }
      checkValue(argument.value, as: known?.type)
    }
    walkDirectives(
      field.directives, at: .field, on: KnownField(definition: definition, parent: parent))
    if let selectionSet = field.selectionSet {
      walk(selectionSet, on: definition?.type, of: definition)
    }

    if let parent, let definition { checkRequiredArguments(of: field, definition, on: parent) }
  }

  private mutating func walk(
    _ spread: FragmentSpread, on parent: TypeID?, of field: OutputField?
  ) {
    checkFragmentSpreadTarget(spread)
    if let parent { checkSpreadIsPossible(spread, on: parent) }
    checkDirectivesAreUnique(spread.directives)
    walkDirectives(
      spread.directives, at: .fragmentSpread, on: KnownField(definition: field, parent: parent))
  }

  private mutating func walk(
    _ fragment: InlineFragment, on parent: TypeID?, of field: OutputField?
  ) {
    checkFragmentIsOnCompositeType(fragment)
    if let parent { checkInlineFragmentIsPossible(fragment, on: parent) }
    checkDirectivesAreUnique(fragment.directives)
    if let condition = fragment.typeCondition { checkTypeExistence(condition) }
    walkDirectives(
      fragment.directives, at: .inlineFragment, on: KnownField(definition: field, parent: parent))
    let type =
      fragment.typeCondition.map { schema.typeID(named: $0, in: document) } ?? parent
    walk(fragment.selectionSet, on: type.map { .named($0) }, of: field, isInline: true)
  }

  /// Checks each directive and what stands in it; `field` is the one that the directives stand on or
  /// in, if it is known.
  mutating func walkDirectives(
    _ nodes: NodeRange<Directive>, at location: DirectiveLocation,
    on field: @autoclosure () -> KnownField? = nil
  ) {
    for node in document[nodes] {
      guard let directive = schema.directive(named: node.name, in: document) else {
        reportUnknownDirective(node)
        checkIncrementalDirective(node, on: field())
        checkArgumentUniqueness(node.arguments)
        for argument in document[node.arguments] { checkValue(argument.value, as: nil) }
        continue
      }
      checkDirectiveLocation(of: node, directive, at: location)
      checkIncrementalDirective(node, on: field())
      reportUnknownArguments(of: node, directive)
      checkArgumentUniqueness(node.arguments)
      for argument in document[node.arguments] {
        let known = directive.arguments.first { argument.name.isText($0.name, in: document) }
        checkValue(argument.value, as: known?.type)
      }
      checkRequiredArguments(of: node, directive)
    }
  }

  /// Checks a value for a place of a type; nil if that is unknown or no input type.
  mutating func checkValue(_ value: NodeIndex<Value>, as type: FieldType?) {
    if let type { checkValueIsOfCorrectType(value, type) }
    checkInputObjectFieldUniqueness(document[value])
  }
}
