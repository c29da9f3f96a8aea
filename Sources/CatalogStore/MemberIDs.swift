/// A list of ids for each of some parents.
public struct MemberIDs: Sendable, Hashable {
  /// Where each parent's ids end.
  public internal(set) var ends: [Int] = []
  /// The ids, parent after parent.
  public internal(set) var ids: [Int64] = []

  /// The ids of one parent.
  public subscript(parent: Int) -> ArraySlice<Int64> {
    ids[(parent == 0 ? 0 : ends[parent - 1])..<ends[parent]]
  }
}
