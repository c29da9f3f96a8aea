import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A directive that is not repeatable stands once at a place. Spec §5.7.3 Directives Are Unique
  /// per Location.
  mutating func checkDirectivesAreUnique(_ nodes: NodeRange<Directive>) {
    guard nodes.count > 1 else { return }
    var seen: [Int: Directive] = [:]
    for node in document[nodes] {
      guard let index = schema.directiveIndex(named: node.name, in: document),
        !schema.directives[index].isRepeatable
      else { continue }
      if let first = seen[index] {
        errors.report(
          "The directive \"@\(schema.directives[index].name)\" can only be used once at this "
            + "location.",
          at: [first.range.start, node.range.start])
      } else {
        seen[index] = node
      }
    }
  }
}
