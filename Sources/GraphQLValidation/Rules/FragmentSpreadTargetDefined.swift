import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The fragment that is spread is in the document. Spec §5.5.2.1 Fragment Spread Target Defined.
  mutating func checkFragmentSpreadTarget(_ spread: FragmentSpread) {
    let name = document.text(spread.name)
    guard outline.fragments[name] == nil else { return }
    errors.report("Unknown fragment \"\(name)\".", at: spread.name.range.start)
  }
}
