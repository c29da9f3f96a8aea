import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The fragment that is spread is in the document. Spec §5.5.2.1 Fragment Spread Target Defined.
  mutating func checkFragmentSpreadTarget(_ spread: NodeIndex<FragmentSpread>) {
    guard outline.target(of: spread) == nil else { return }
    let name = document[spread].name
    errors.report("Unknown fragment \"\(document.text(name))\".", at: name.range.start)
  }
}
