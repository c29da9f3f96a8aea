import GraphQLLanguage
import GraphQLSchema

/// Spec §5.5.1.3 Fragments on Object, Interface or Union Types.
extension Validator {
  mutating func checkFragmentIsOnCompositeType(_ fragment: FragmentDefinition, _ type: TypeID?) {
    guard let type, !schema.kind(of: type).isComposite else { return }
    let name = document.text(fragment.name)
    reportNotComposite(type, fragment.typeCondition, "Fragment \"\(name)\"")
  }

  mutating func checkFragmentIsOnCompositeType(_ condition: Name, _ type: TypeID?) {
    guard let type, !schema.kind(of: type).isComposite else { return }
    reportNotComposite(type, condition, "Fragment")
  }

  private mutating func reportNotComposite(_ type: TypeID, _ condition: Name, _ subject: String) {
    errors.report(
      "\(subject) cannot condition on non composite type \"\(schema[type].name)\".",
      at: condition.range.start)
  }
}
