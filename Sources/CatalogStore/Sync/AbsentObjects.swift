/// What to do with objects of the catalog that a run over whole lists does not have.
public enum AbsentObjects: Sendable, Hashable {
  /// Nothing: the run is over parts.
  case kept
  /// They are marked as gone at the origin, and stay as they are with all that belongs to them.
  case marked
  /// They are removed, with their memberships, features and elements. A category with packages in
  /// it stays, marked.
  case removed
}
