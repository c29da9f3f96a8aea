import GraphQLLanguage
import GraphQLSchema

/// Some object can be of both types, that of the fragment and that of the place where it is spread.
///
/// Spec §5.5.2.3 Fragment Spread Is Possible.
extension Validator {
  mutating func checkSpreadIsPossible(_ spread: NodeIndex<FragmentSpread>, on parent: TypeID) {
    guard let target = outline.target(of: spread), let type = outline.fragmentType(at: target),
      areDisjoint(type, parent)
    else { return }
    let name = document.text(document[spread].name)
    reportImpossible("Fragment \"\(name)\"", type, parent, at: document[spread].range)
  }

  mutating func checkInlineFragmentIsPossible(
    _ fragment: NodeIndex<InlineFragment>, on parent: TypeID
  ) {
    guard let type = outline.inlineFragmentTypes[fragment], areDisjoint(type, parent) else {
      return
    }
    reportImpossible("Fragment", type, parent, at: document[fragment].range)
  }

  private func areDisjoint(_ type: TypeID, _ parent: TypeID) -> Bool {
    schema.kind(of: type).isComposite && !schema.typesOverlap(type, parent)
  }

  private mutating func reportImpossible(
    _ subject: String, _ type: TypeID, _ parent: TypeID, at range: SourceRange
  ) {
    errors.report(
      "\(subject) cannot be spread here as objects of type \"\(schema[parent].name)\" can never be "
        + "of type \"\(schema[type].name)\".",
      at: range.start)
  }
}
