import GraphQLLanguage
import GraphQLSchema

/// What has been found out about `@defer` and `@stream`.
struct IncrementalDelivery {
  /// Where each label is first given.
  fileprivate var labels: [String: Int32] = [:]
  /// The numbers of the names of fragments in which nothing is wrong below the root of a mutation or
  /// subscription.
  fileprivate var soundAtRoot: Set<Int> = []
  /// The same for anywhere in a subscription.
  fileprivate var soundInSubscription: Set<Int> = []
}

/// A field that its parent type has.
struct KnownField {
  let definition: FieldID
  let parent: TypeID

  init?(definition: FieldID?, parent: TypeID?) {
    guard let definition, let parent else { return nil }
    self.definition = definition
    self.parent = parent
  }
}

/// Rules of the draft of incremental delivery.
///
/// Like the reference implementation, they go by the names of the directives: a schema that defines
/// `@defer` or `@stream` can only mean these.
extension Validator {
  /// Labels are texts, each given once, and only lists are streamed.
  mutating func checkIncrementalDirective(_ node: Directive, on field: KnownField?) {
    let isStream = node.name.isText("stream", in: document)
    guard isStream || node.name.isText("defer", in: document) else { return }
    checkLabel(of: node, isStream ? "Stream" : "Defer")
    if isStream, let field { checkIsList(field, node) }
  }

  private mutating func checkLabel(of node: Directive, _ directive: String) {
    let argument = document[node.arguments].first { $0.name.isText("label", in: document) }
    guard let argument else { return }
    let value = document[argument.value]
    switch value.kind {
    case .null: break
    case .string:
      let label = document.string(of: value)
      if let first = incrementalDelivery.labels[label] {
        errors.report(
          "Defer/Stream directive label argument must be unique.", at: [first, node.range.start])
      } else {
        incrementalDelivery.labels[label] = node.range.start
      }
    case .variable, .int, .float, .boolean, .enum, .list, .object:
      errors.report(
        "\(directive) directive label argument must be a static string.", at: node.range.start)
    }
  }

  private mutating func checkIsList(_ field: KnownField, _ node: Directive) {
    let definition = schema[field.definition]
    if case .list = definition.type.nullable { return }
    errors.report(
      "Stream directive cannot be used on non-list field \"\(definition.name)\" on type "
        + "\"\(schema[field.parent].name)\".",
      at: node.range.start)
  }

  /// Nothing comes late at the root of a mutation or subscription, and nothing at all in a
  /// subscription unless it can be prevented.
  mutating func checkIncrementalDelivery(in operation: OperationDefinition) {
    let operationType = operation.operationType
    guard operationType != .query else { return }
    if let root = schema.rootType(of: operationType) {
      let name = "root \(operationType.rawValue) type \"\(schema[root].name)\""
      checkIncrementalDelivery(in: operation.selectionSet, atRoot: name)
    }
    if operationType == .subscription {
      checkIncrementalDelivery(inSubscription: operation.selectionSet)
    }
  }

  /// What is to be followed at one level, and the spread that led to it, if one did.
  private struct Level {
    var selections: ArraySlice<Selection>
    var spread: Int32?
  }

  private mutating func checkIncrementalDelivery(in selectionSet: SelectionSet, atRoot root: String)
  {
    let before = errors.remaining
    var visited: Set<Int> = []
    var open = [document[selectionSet.selections]]
    while !errors.isAborted, var selections = open.popLast() {
      guard let selection = selections.popFirst() else { continue }
      open.append(selections)
      switch selection {
      case .field(let index):
        report("Stream", on: document[index].directives, atRoot: root)
      case .inlineFragment(let index):
        report("Defer", on: document[index].directives, atRoot: root)
        open.append(document[document[index].selectionSet.selections])
      case .fragmentSpread(let index):
        let name = Int(outline.spreadNames[index])
        guard visited.insert(name).inserted, let fragment = outline.fragment(of: index)
        else { continue }
        report("Defer", on: document[index].directives, atRoot: root)
        if !incrementalDelivery.soundAtRoot.contains(name) {
          open.append(document[fragment.selectionSet.selections])
        }
      }
    }
    if errors.remaining == before { incrementalDelivery.soundAtRoot.formUnion(visited) }
  }

  private mutating func report(
    _ directive: String, on nodes: NodeRange<Directive>, atRoot name: String
  ) {
    guard let node = document.directive(directive.lowercased(), among: nodes) else { return }
    errors.report("\(directive) directive cannot be used on \(name).", at: node.range.start)
  }

  private mutating func checkIncrementalDelivery(inSubscription selectionSet: SelectionSet) {
    let before = errors.remaining
    var visited: Set<Int> = []
    var open = [Level(selections: document[selectionSet.selections])]
    while !errors.isAborted, var level = open.popLast() {
      guard let selection = level.selections.popFirst() else { continue }
      open.append(level)
      let directives = document.directives(of: selection)
      guard !canBeLeftOut(directives) else { continue }
      for node in document[directives] {
        reportUnconditional(node, within: open.reversed().compactMap(\.spread))
      }
      switch selection {
      case .field(let index):
        guard let selectionSet = document[index].selectionSet else { continue }
        open.append(Level(selections: document[selectionSet.selections]))
      case .inlineFragment(let index):
        open.append(Level(selections: document[document[index].selectionSet.selections]))
      case .fragmentSpread(let index):
        let name = Int(outline.spreadNames[index])
        guard !incrementalDelivery.soundInSubscription.contains(name),
          visited.insert(name).inserted, let fragment = outline.fragment(of: index)
        else { continue }
        open.append(
          Level(
            selections: document[fragment.selectionSet.selections],
            spread: document[index].range.start))
      }
    }
    if errors.remaining == before { incrementalDelivery.soundInSubscription.formUnion(visited) }
  }

  private mutating func reportUnconditional(_ node: Directive, within spreads: [Int32]) {
    let name = document.text(node.name)
    guard name == "defer" || name == "stream" else { return }
    switch condition(of: node) {
    case .boolean(false), .variable: return
    case .boolean(true), .int, .float, .string, .null, .enum, .list, .object, nil: break
    }
    errors.report(
      "\(name == "defer" ? "Defer" : "Stream") directive not supported on subscription operations. "
        + "Disable `@\(name)` by setting the `if` argument to `false`.",
      at: [node.range.start] + spreads)
  }

  /// Whether `@skip` or `@include` may leave a selection out; what is wrong with them another rule
  /// says.
  private func canBeLeftOut(_ directives: NodeRange<Directive>) -> Bool {
    if directives.isEmpty { return false }
    if let skip = document.directive("skip", among: directives) {
      guard case .boolean(false) = condition(of: skip) else { return true }
    }
    guard let include = document.directive("include", among: directives) else { return false }
    switch condition(of: include) {
    case .boolean(true), nil: return false
    case .boolean(false), .variable, .int, .float, .string, .null, .enum, .list, .object:
      return true
    }
  }

  /// What stands as `if`.
  private func condition(of node: Directive) -> Value.Kind? {
    let argument = document[node.arguments].first { $0.name.isText("if", in: document) }
    return argument.map { document[$0.value].kind }
  }
}

extension Document {
  /// The first directive of a name.
  func directive(_ name: String, among nodes: NodeRange<Directive>) -> Directive? {
    nodes.isEmpty ? nil : self[nodes].first { $0.name.isText(name, in: self) }
  }

  fileprivate func directives(of selection: Selection) -> NodeRange<Directive> {
    switch selection {
    case .field(let index): self[index].directives
    case .fragmentSpread(let index): self[index].directives
    case .inlineFragment(let index): self[index].directives
    }
  }
}
