import GraphQLLanguage
import GraphQLSchema

/// A variable where it is used. Spec §5.8.5 All Variable Usages Are Allowed.
struct VariableUsage: Sendable {
  /// The variable's name, without `$`.
  let name: String
  /// Where the usage starts, with `$`.
  let place: Int32
  /// The type of the position; nil if it is unknown.
  let type: FieldType?
  /// Whether the argument or input field at the position has a default.
  let hasDefault: Bool
  /// The input object whose field the position is, if it is a oneOf one.
  let oneOfParent: TypeID?
}

/// A spread of a fragment in a definition.
struct SpreadUsage {
  /// The fragment's name.
  let name: String
  /// Where the spread starts.
  let place: Int32
  /// How many selection sets of the definition it stands in.
  let depth: Int
}

/// What a definition refers to.
struct DefinitionOutline {
  /// In the order of the reference implementation: the spreads of a selection set, then those in the
  /// selection sets within it, the last one first.
  var spreads: [SpreadUsage] = []
  /// How deep selection sets nest, spreads not followed.
  var depth = 0
  /// In source order.
  var usages: [VariableUsage] = []
}

/// The fragments of a document, and what each definition refers to: what the rules about fragments
/// and variables need before the walk gets there.
struct DocumentOutline {
  /// By name; of several the last, as the reference implementation has it.
  let fragments: [String: FragmentDefinition]
  /// The places of `fragments` among the definitions.
  let fragmentIndices: [String: Int]
  /// By the place of the definition; empty for one that is not executable.
  let definitions: [DefinitionOutline]
  /// How deep each definition nests, spreads followed.
  let nesting: FragmentNesting

  init(_ document: Document, _ schema: Schema) {
    var fragments: [String: FragmentDefinition] = [:]
    var fragmentIndices: [String: Int] = [:]
    var collector = OutlineCollector(document: document, schema: schema)
    var definitions: [DefinitionOutline] = []
    definitions.reserveCapacity(document.definitions.count)
    for (index, definition) in document.definitions.enumerated() {
      if case .fragment(let fragment) = definition {
        let name = document.text(fragment.name)
        fragments[name] = fragment
        fragmentIndices[name] = index
      }
      definitions.append(collector.outline(of: definition))
    }
    self.fragments = fragments
    self.fragmentIndices = fragmentIndices
    self.definitions = definitions
    nesting = FragmentNesting(definitions, fragmentIndices: fragmentIndices)
  }

  /// The places of the fragments that some definitions spread, directly or through each other, in
  /// the order in which they are met. Costs no more than all spreads of the document.
  func fragments(spreadFrom indices: [Int]) -> [Int] {
    var names: [String] = []
    var seen: Set<String> = []
    for index in indices {
      for spread in definitions[index].spreads where seen.insert(spread.name).inserted {
        names.append(spread.name)
      }
    }
    var found: [Int] = []
    var next = 0
    while next < names.count {
      if let index = fragmentIndices[names[next]] {
        found.append(index)
        for spread in definitions[index].spreads where seen.insert(spread.name).inserted {
          names.append(spread.name)
        }
      }
      next += 1
    }
    return found
  }

}

/// Walks a definition for its outline. Recurses as deep as the document nests.
private struct OutlineCollector {
  let document: Document
  let schema: Schema
  private var usages: [VariableUsage] = []

  init(document: Document, schema: Schema) {
    self.document = document
    self.schema = schema
  }

  mutating func outline(of definition: Definition) -> DefinitionOutline {
    usages = []
    switch definition {
    case .operation(let operation):
      collect(operation.directives)
      let root = schema.rootType(of: operation.operationType)
      collect(operation.selectionSet, on: root)
      return outline(of: operation.selectionSet)
    case .fragment(let fragment):
      collect(fragment.directives)
      let type = schema.typeID(named: fragment.typeCondition, in: document)
      collect(fragment.selectionSet, on: type)
      return outline(of: fragment.selectionSet)
    case .schema, .type, .directive: return DefinitionOutline()
    }
  }

  /// The outline of a definition whose usages have been collected.
  private func outline(of selectionSet: SelectionSet) -> DefinitionOutline {
    var outline = DefinitionOutline(usages: usages)
    var open = [(selectionSet, 1)]
    while let (next, depth) = open.popLast() {
      outline.depth = max(outline.depth, depth)
      for selection in document[next.selections] {
        switch selection {
        case .field(let index):
          if let selectionSet = document[index].selectionSet {
            open.append((selectionSet, depth + 1))
          }
        case .inlineFragment(let index): open.append((document[index].selectionSet, depth + 1))
        case .fragmentSpread(let index):
          let spread = document[index]
          outline.spreads.append(
            SpreadUsage(
              name: document.text(spread.name), place: spread.range.start, depth: depth))
        }
      }
    }
    return outline
  }

  private mutating func collect(_ selectionSet: SelectionSet, on parent: TypeID?) {
    for selection in document[selectionSet.selections] {
      switch selection {
      case .field(let index):
        let field = document[index]
        // Only what has arguments or selections can use variables, or be worth a look-up.
        let isPlain = field.arguments.isEmpty && field.selectionSet == nil
        let definition =
          isPlain
          ? nil : parent.flatMap { schema.field(named: field.name, in: document, on: $0) }
        collect(field.arguments, as: definition?.arguments ?? [])
        collect(field.directives)
        if let selectionSet = field.selectionSet {
          collect(selectionSet, on: definition?.type.namedType)
        }
      case .fragmentSpread(let index): collect(document[index].directives)
      case .inlineFragment(let index):
        let fragment = document[index]
        collect(fragment.directives)
        let type =
          fragment.typeCondition.map { schema.typeID(named: $0, in: document) } ?? parent
        collect(fragment.selectionSet, on: type)
      }
    }
  }

  private mutating func collect(_ directives: NodeRange<Directive>) {
    for node in document[directives] where !node.arguments.isEmpty {
      let directive = schema.directive(named: node.name, in: document)
      collect(node.arguments, as: directive?.arguments ?? [])
    }
  }

  private mutating func collect(_ nodes: NodeRange<Argument>, as definitions: [InputField]) {
    for node in document[nodes] {
      let definition = definitions.first { node.name.isText($0.name, in: document) }
      collect(document[node.value], at: Position(definition))
    }
  }

  /// What is known of a place where a value stands.
  private struct Position {
    var type: FieldType?
    var hasDefault = false
    var oneOfParent: TypeID?

    init(_ definition: InputField?, oneOfParent: TypeID? = nil) {
      type = definition?.type
      hasDefault = definition?.defaultValueText != nil
      self.oneOfParent = oneOfParent
    }

    /// An item of a list; the type is the list's.
    init(itemOf list: FieldType?) {
      if case .list(let element)? = list?.nullable { type = element }
    }
  }

  private mutating func collect(_ value: Value, at position: Position) {
    switch value.kind {
    case .variable(let name):
      usages.append(
        VariableUsage(
          name: document.text(name), place: value.range.start, type: position.type,
          hasDefault: position.hasDefault, oneOfParent: position.oneOfParent))
    case .list(let items):
      for item in document[items] { collect(item, at: Position(itemOf: position.type)) }
    case .object(let fields):
      let type = position.type?.namedType
      let object = type.flatMap { type in
        if case .inputObject(let object) = schema[type] { object } else { nil }
      }
      for field in document[fields] {
        let definition = type.flatMap { type in
          object.flatMap { object in
            schema.memberIndex(named: field.name, in: document, of: type).map { object.fields[$0] }
          }
        }
        collect(
          document[field.value],
          at: Position(definition, oneOfParent: object?.isOneOf == true ? type : nil))
      }
    case .int, .float, .string, .boolean, .null, .enum: break
    }
  }
}
