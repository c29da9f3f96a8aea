import GraphQLLanguage
import GraphQLSchema

/// The walk through selection sets. Recurses as deep as the document nests.
extension Validator {
  /// Checks the selections on a type; nil if it is unknown, so that little can be said.
  ///
  /// `field` is what the selections belong to, if that is known; `isInline` is whether the selection
  /// set is an inline fragment's.
  mutating func walk(
    _ selectionSet: SelectionSet, on type: TypeID?, of field: FieldID? = nil,
    isInline: Bool = false
  ) {
    let parent = type.flatMap { schema.kind(of: $0).isComposite ? $0 : nil }
    if !isInline { reportMergeConflicts(in: selectionSet, on: parent) }
    for selection in document[selectionSet.selections] where !errors.isAborted {
      switch selection {
      case .field(let index): walk(index)
      case .fragmentSpread(let index): walk(index, on: parent, of: field)
      case .inlineFragment(let index): walk(index, on: parent, of: field)
      }
    }
  }

  private mutating func walk(_ index: NodeIndex<Field>) {
    let field = document[index]
    let (parent, definition) = (outline.fields[index].parent, outline.fields[index].definition)
    if let definition { checkLeafFieldSelection(field, definition) }
    if let parent, definition == nil { reportUnknownField(field, on: parent) }
    checkDirectivesAreUnique(field.directives)
    checkArgumentUniqueness(field.arguments)
    checkIntrospectionDepth(field)
    checkIntrospectionIsAllowed(field, definition)

    if !field.arguments.isEmpty { walkArguments(of: field, definition, on: parent) }
    walkDirectives(
      field.directives, at: .field, on: KnownField(definition: definition, parent: parent))
    if let selectionSet = field.selectionSet {
      walk(
        selectionSet, on: definition.map { schema.facts(of: $0).namedType }, of: definition)
    }

    if let parent, let definition { checkRequiredArguments(of: field, definition, on: parent) }
  }

  private mutating func walkArguments(
    of field: Field, _ definition: FieldID?, on parent: TypeID?
  ) {
    for argument in document[field.arguments] {
      let index = definition.flatMap {
        schema.argumentIndex(named: argument.name, in: document, of: $0)
      }
      if index == nil, let parent, let definition {
        reportUnknownArgument(argument, of: definition, on: parent)
      }
      checkValue(
        argument.value,
        as: definition.flatMap { field in
          index.map { schema.argumentType(at: $0, of: field) }
        })
    }
  }

  private mutating func walk(
    _ index: NodeIndex<FragmentSpread>, on parent: TypeID?, of field: FieldID?
  ) {
    let spread = document[index]
    checkFragmentSpreadTarget(index)
    if let parent { checkSpreadIsPossible(index, on: parent) }
    checkDirectivesAreUnique(spread.directives)
    checkFragmentArguments(of: index)
    walkDirectives(
      spread.directives, at: .fragmentSpread, on: KnownField(definition: field, parent: parent))
    checkRequiredFragmentArguments(of: index)
  }

  private mutating func walk(
    _ index: NodeIndex<InlineFragment>, on parent: TypeID?, of field: FieldID?
  ) {
    let fragment = document[index]
    let type = fragment.typeCondition == nil ? parent : outline.inlineFragmentTypes[index]
    if let condition = fragment.typeCondition {
      checkFragmentIsOnCompositeType(condition, type)
      if let parent { checkInlineFragmentIsPossible(index, on: parent) }
    }
    checkDirectivesAreUnique(fragment.directives)
    if let condition = fragment.typeCondition { checkTypeExistence(condition, type) }
    walkDirectives(
      fragment.directives, at: .inlineFragment, on: KnownField(definition: field, parent: parent))
    walk(fragment.selectionSet, on: type, of: field, isInline: true)
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
