import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A field is selected that its type does not have. Spec §5.3.1 Field Selections.
  mutating func reportUnknownField(_ field: Field, on parent: TypeID) {
    let name = document.text(field.name)
    var suggestion = didYouMean(
      typesWithField(named: field.name, within: parent), "to use an inline fragment on")
    if suggestion.isEmpty {
      suggestion = didYouMean(suggestionList(name, schema[parent].fields.map(\.name)))
    }
    errors.report(
      "Cannot query field \"\(name)\" on type \"\(schema[parent].name)\".\(suggestion)",
      at: field.range.start)
  }

  /// The possible types of an abstract type that have a field, and their interfaces that have it:
  /// those that most of them have in common first.
  private func typesWithField(named name: Name, within parent: TypeID) -> [String] {
    guard schema[parent].isAbstract else { return [] }
    var uses: [TypeID: Int] = [:]
    for type in schema.possibleTypes(of: parent) where hasField(named: name, type) {
      uses[type] = 1
      for interface in schema[type].interfaces where hasField(named: name, interface) {
        uses[interface, default: 0] += 1
      }
    }
    return uses.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if case .interface = schema[left.key], schema.isSubtype(right.key, of: left.key) {
        return true
      }
      if case .interface = schema[right.key], schema.isSubtype(left.key, of: right.key) {
        return false
      }
      return naturallyPrecedes(schema[left.key].name, schema[right.key].name)
    }.map { schema[$0.key].name }
  }

  private func hasField(named name: Name, _ type: TypeID) -> Bool {
    schema.memberIndex(named: name, in: document, of: type) != nil
  }
}
