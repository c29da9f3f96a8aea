/// A value for each node of one sort in a document, found by the node's index.
public struct NodeMap<Node, Value> {
  @usableFromInline var values: [Value]

  init(_ value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// How many nodes there are.
  public var count: Int { values.count }

  /// The value of a node.
  @inlinable public subscript(index: NodeIndex<Node>) -> Value {
    get { values[Int(index.value)] }
    set { values[Int(index.value)] = newValue }
  }
}

extension NodeMap: Sendable where Value: Sendable {}

extension NodeMap where Node == Field {
  /// Gives every field of a document the same value.
  public init(_ value: Value, fieldsOf document: Document) {
    self.init(value, count: document.arenas.fields.count)
  }
}

extension NodeMap where Node == FragmentSpread {
  /// Gives every fragment spread of a document the same value.
  public init(_ value: Value, spreadsOf document: Document) {
    self.init(value, count: document.arenas.fragmentSpreads.count)
  }
}

extension NodeMap where Node == InlineFragment {
  /// Gives every inline fragment of a document the same value.
  public init(_ value: Value, inlineFragmentsOf document: Document) {
    self.init(value, count: document.arenas.inlineFragments.count)
  }
}
