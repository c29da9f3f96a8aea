/// What somebody may do; a later role may all that an earlier one may.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Edits packages, grids, memberships, features and elements.
  case editor
  /// Also deletes, edits categories, locks and edits locked grids, reverts.
  case moderator
  /// Everything.
  case admin

  /// Whether the right role may more than the left one.
  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .editor: 0
    case .moderator: 1
    case .admin: 2
    }
  }
}
