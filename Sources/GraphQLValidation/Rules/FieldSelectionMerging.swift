import GraphQLLanguage
import GraphQLSchema

/// Fields with one response name can be answered by one value. Spec §5.3.2 Field Selection Merging.
///
/// Whether some cannot is found out first, for the whole document, in nearly linear time. Only if
/// so is each pair of them looked for, which is slower and stops at a budget.
extension Validator {
  mutating func startFieldSelectionMerging() {
    // A single field merges with nothing, unless its arguments depend on where it is spread.
    guard outline.fields.count > 1 || !outline.fragmentScopes.isEmpty else { return }
    // Such a document is refused without following its fragments.
    guard outline.nesting.depths.allSatisfy({ $0 <= FragmentNesting.maximumDepth }) else { return }
    var check = MergeCheck(document, schema, outline)
    switch check.check() {
    case .canMerge: break
    case .conflict: mergeConflicts = MergeConflicts(document, schema, outline)
    case .tooMuchWork: errors.abort("Validation aborted.")
    }
    report(check.spreadConflicts)
  }

  /// Reports the conflicts within a selection set, the inline fragments and spreads in it included.
  mutating func reportMergeConflicts(in selectionSet: SelectionSet, on parent: TypeID?) {
    guard var search = mergeConflicts, !errors.isAborted else { return }
    mergeConflicts = nil
    let conflicts = search.conflicts(in: selectionSet, on: parent)
    for conflict in conflicts {
      errors.report(
        "Fields \"\(conflict.responseName.abbreviated)\" conflict because \(conflict.reason). Use "
          + "different aliases on the fields to fetch both if this was intentional.",
        at: conflict.firstFields + conflict.secondFields)
    }
    if search.isExhausted { errors.abort("Validation aborted.") }
    mergeConflicts = search
  }
}
