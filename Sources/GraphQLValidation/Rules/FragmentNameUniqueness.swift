import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No two fragments have the same name. Spec §5.5.1.1 Fragment Name Uniqueness.
  mutating func checkFragmentNameUniqueness(_ fragment: FragmentDefinition, _ index: Int) {
    let first = outline.firstFragment(named: outline.fragmentName(at: index))
    guard first != index, let other = outline.fragment(at: first) else { return }
    errors.report(
      "There can be only one fragment named \"\(document.text(fragment.name))\".",
      at: [other.name.range.start, fragment.name.range.start])
  }
}
