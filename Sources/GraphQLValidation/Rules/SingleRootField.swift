import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A subscription selects one field, which is none of introspection and not conditional.
  ///
  /// Spec §5.2.4.1 Single Root Field.
  mutating func checkSingleRootField(_ operation: OperationDefinition) {
    guard operation.operationType == .subscription, let root = schema.subscriptionType else {
      return
    }
    var collection = RootFields(document: document, schema: schema, root: root, outline: outline)
    collection.collect(operation.selectionSet)
    let subject =
      operation.name.map { "Subscription \"\(document.text($0))\"" } ?? "Anonymous Subscription"
    guard collection.conditions.isEmpty else {
      errors.report(
        "\(subject) must not use `@skip` or `@include` directives in the top level selection.",
        at: collection.conditions)
      return
    }
    if collection.groups.isEmpty {
      errors.report(
        "\(subject) must select one top level field.", at: operation.selectionSet.range.start)
    } else if collection.groups.count > 1 {
      errors.report(
        "\(subject) must select only one top level field.",
        at: collection.groups.dropFirst().flatMap { $0.map(\.range.start) })
    }
    for group in collection.groups where document.text(group[0].name).hasPrefix("__") {
      errors.report(
        "\(subject) must not select an introspection top level field.",
        at: group.map(\.range.start))
    }
  }
}

/// The fields of a root, through fragments, each fragment once. Spec §5.2.4.1 Single Root Field,
/// CollectSubscriptionFields.
private struct RootFields {
  let document: Document
  let schema: Schema
  let root: TypeID
  let outline: DocumentOutline

  /// The fields by response name, in the order in which the names are met.
  private(set) var groups: [[Field]] = []
  /// Where `@skip` and `@include` stand.
  private(set) var conditions: [Int32] = []
  private var indices: [String: Int] = [:]
  private var visited: Set<Int32> = []
  /// Fragments may spread each other in a chain of any length, so they wait here, not on the stack.
  private var open: [ArraySlice<Selection>] = []

  init(document: Document, schema: Schema, root: TypeID, outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.root = root
    self.outline = outline
  }

  mutating func collect(_ selectionSet: SelectionSet) {
    open = [document[selectionSet.selections]]
    while var selections = open.popLast() {
      guard let selection = selections.popFirst() else { continue }
      open.append(selections)
      switch selection {
      case .field(let index):
        let field = document[index]
        if isUnconditional(field.directives) { add(field) }
      case .inlineFragment(let index):
        let fragment = document[index]
        if isUnconditional(fragment.directives), applies(fragment.typeCondition) {
          open.append(document[fragment.selectionSet.selections])
        }
      case .fragmentSpread(let index):
        let spread = document[index]
        if isUnconditional(spread.directives), let fragment = outline.fragment(of: index),
          applies(fragment.typeCondition), visited.insert(outline.spreadNames[index]).inserted
        {
          open.append(document[fragment.selectionSet.selections])
        }
      }
    }
  }

  private mutating func add(_ field: Field) {
    let name = document.text(field.responseName)
    if let index = indices[name] {
      groups[index].append(field)
    } else {
      indices[name] = groups.count
      groups.append([field])
    }
  }

  private mutating func isUnconditional(_ directives: NodeRange<Directive>) -> Bool {
    for name in ["skip", "include"] {
      if let directive = document[directives].first(where: { $0.name.isText(name, in: document) }) {
        conditions.append(directive.range.start)
        return false
      }
    }
    return true
  }

  private func applies(_ condition: Name?) -> Bool {
    guard let condition else { return true }
    guard let type = schema.typeID(named: condition, in: document) else { return false }
    return schema[type].isComposite && schema.isPossibleType(root, of: type)
  }
}
