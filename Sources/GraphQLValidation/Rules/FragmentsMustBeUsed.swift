import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// Every fragment is spread by an operation, directly or not. Spec §5.5.1.4 Fragments Must Be
  /// Used.
  mutating func checkFragmentsMustBeUsed() {
    guard outline.fragmentNameCount > 0, !errors.isAborted else { return }
    var operations: [Int] = []
    for (index, definition) in document.definitions.enumerated() {
      if case .operation = definition { operations.append(index) }
    }
    var isUsed = Array(repeating: false, count: outline.fragmentNameCount)
    for index in outline.fragments(spreadFrom: operations) {
      isUsed[outline.fragmentName(at: index)] = true
    }
    for (index, definition) in document.definitions.enumerated() {
      guard case .fragment(let fragment) = definition,
        !isUsed[outline.fragmentName(at: index)]
      else { continue }
      errors.report(
        "Fragment \"\(document.text(fragment.name))\" is never used.", at: fragment.range.start)
    }
  }
}
