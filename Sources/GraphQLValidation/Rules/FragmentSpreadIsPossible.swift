import GraphQLLanguage
import GraphQLSchema

/// Some object can be of both types, that of the fragment and that of the place where it is spread.
///
/// Spec §5.5.2.3 Fragment Spread Is Possible.
extension Validator {
  mutating func checkSpreadIsPossible(_ spread: FragmentSpread, on parent: TypeID) {
    let name = document.text(spread.name)
    guard let fragment = outline.fragments[name] else { return }
    checkOverlap(
      fragment.typeCondition, parent, "Fragment \"\(name)\"", at: spread.range)
  }

  mutating func checkInlineFragmentIsPossible(_ fragment: InlineFragment, on parent: TypeID) {
    guard let condition = fragment.typeCondition else { return }
    checkOverlap(condition, parent, "Fragment", at: fragment.range)
  }

  private mutating func checkOverlap(
    _ condition: Name, _ parent: TypeID, _ subject: String, at range: SourceRange
  ) {
    guard let type = schema.typeID(named: condition, in: document), schema[type].isComposite,
      !schema.typesOverlap(type, parent)
    else { return }
    errors.report(
      "\(subject) cannot be spread here as objects of type \"\(schema[parent].name)\" can never be "
        + "of type \"\(schema[type].name)\".",
      at: range.start)
  }
}
