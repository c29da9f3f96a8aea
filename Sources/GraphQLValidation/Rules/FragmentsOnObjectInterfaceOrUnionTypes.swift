import GraphQLLanguage
import GraphQLSchema

/// Spec §5.5.1.3 Fragments on Object, Interface or Union Types.
extension Validator {
  mutating func checkFragmentIsOnCompositeType(_ fragment: FragmentDefinition) {
    checkCompositeType(
      fragment.typeCondition, of: "Fragment \"\(document.text(fragment.name))\"")
  }

  mutating func checkFragmentIsOnCompositeType(_ fragment: InlineFragment) {
    if let condition = fragment.typeCondition { checkCompositeType(condition, of: "Fragment") }
  }

  private mutating func checkCompositeType(_ condition: Name, of subject: String) {
    guard let type = schema.typeID(named: condition, in: document), !schema[type].isComposite
    else { return }
    errors.report(
      "\(subject) cannot condition on non composite type \"\(schema[type].name)\".",
      at: condition.range.start)
  }
}
