import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// Every fragment is spread by an operation, directly or not. Spec §5.5.1.4 Fragments Must Be
  /// Used.
  mutating func checkFragmentsMustBeUsed() {
    guard !outline.fragments.isEmpty, !errors.isAborted else { return }
    var operations: [Int] = []
    for (index, definition) in document.definitions.enumerated() {
      if case .operation = definition { operations.append(index) }
    }
    var used: Set<String> = []
    for index in outline.fragments(spreadFrom: operations) {
      guard case .fragment(let fragment) = document.definitions[index] else { continue }
      used.insert(document.text(fragment.name))
    }
    for case .fragment(let fragment) in document.definitions {
      let name = document.text(fragment.name)
      if !used.contains(name) {
        errors.report("Fragment \"\(name)\" is never used.", at: fragment.range.start)
      }
    }
  }
}
