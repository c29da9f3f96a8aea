import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No two fragments have the same name. Spec §5.5.1.1 Fragment Name Uniqueness.
  mutating func checkFragmentNameUniqueness(_ fragment: FragmentDefinition) {
    let name = document.text(fragment.name)
    if let first = fragmentNames[name] {
      errors.report(
        "There can be only one fragment named \"\(name)\".",
        at: [first.range.start, fragment.name.range.start])
    } else {
      fragmentNames[name] = fragment.name
    }
  }
}
