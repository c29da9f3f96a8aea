import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A field of a leaf type has no selections, any other has some.
  ///
  /// Spec §5.3.3 Leaf Field Selections.
  mutating func checkLeafFieldSelection(_ field: Field, _ definition: FieldID) {
    let isLeaf = schema.facts(of: definition).isLeaf
    if let selectionSet = field.selectionSet {
      guard isLeaf else { return }
      errors.report(
        "Field \"\(document.text(field.name))\" must not have a selection since type "
          + "\"\(schema.text(of: schema.type(of: definition)))\" has no subfields.",
        at: selectionSet.range.start)
    } else if !isLeaf {
      let name = document.text(field.name)
      errors.report(
        "Field \"\(name)\" of type \"\(schema.text(of: schema.type(of: definition)))\" must have a selection "
          + "of subfields. Did you mean \"\(name) { ... }\"?",
        at: field.range.start)
    }
  }
}
