/// What a client of one schema may stumble over in another: first what breaks operations, then what
/// is dangerous.
///
/// Each in the order of the reference implementation: types that are gone, types that changed, both
/// in the old schema's order, then directives. Additions that hurt nobody are left out.
public func schemaChanges(
  from old: Schema, to new: Schema
) -> (breaking: [SchemaChange], dangerous: [SchemaChange]) {
  var comparison = SchemaComparison(old: old, new: new)
  comparison.compareTypes()
  comparison.compareDirectives()
  let changes = comparison.changes
  return (changes.filter(\.category.isBreaking), changes.filter { !$0.category.isBreaking })
}

/// Two schemas and the changes found so far.
struct SchemaComparison {
  let old: Schema
  let new: Schema
  private(set) var changes: [SchemaChange] = []

  init(old: Schema, new: Schema) {
    self.old = old
    self.new = new
  }

  mutating func report(_ category: SchemaChange.Category, _ description: String) {
    changes.append(SchemaChange(category, description))
  }
}

/// Two lists of things with names, compared by these.
struct NameComparison<Element> {
  /// What only the new list has, in its order.
  let added: [Element]
  /// What only the old list has, in its order.
  let removed: [Element]
  /// What both have, in the old list's order.
  let persisted: [(old: Element, new: Element)]

  init(_ old: [Element], _ new: [Element], name: (Element) -> String) {
    let oldNames = Set(old.map(name))
    let newElements = Dictionary(new.map { (name($0), $0) }) { first, _ in first }
    added = new.filter { !oldNames.contains(name($0)) }
    removed = old.filter { newElements[name($0)] == nil }
    persisted = old.compactMap { element in newElements[name(element)].map { (element, $0) } }
  }
}
