/// One side of the memberships: the lists of the grids, or those of the packages.
///
/// SQL for the two sides differs in names alone.
struct MembershipSide {
  /// The column of whose list it is, and of what the list names.
  let owner: String
  let member: String
  /// The column of the member's place in the list.
  let position: String
  /// Temporary tables: the lists of this run, and which of an owner's lists is the last.
  let lists: String
  let owners: String

  static let grids = MembershipSide(
    owner: "grid_id", member: "package_id", position: "grid_position",
    lists: "temp.lists_of_grids", owners: "temp.listed_grids")
  static let packages = MembershipSide(
    owner: "package_id", member: "grid_id", position: "package_position",
    lists: "temp.lists_of_packages", owners: "temp.listed_packages")

  static let both = [grids, packages]

  /// What has the lists, and what they name.
  var ownerEntity: Entity { owner == Self.grids.owner ? .grid : .package }
  var memberEntity: Entity { other.ownerEntity }

  /// The side that the members' own lists are on.
  var other: MembershipSide { owner == Self.grids.owner ? .packages : .grids }

  /// Whether a row's list was in this run.
  func isListed(_ alias: String) -> String {
    "EXISTS (SELECT 1 FROM \(owners) WHERE owner_id = \(alias).\(owner))"
  }
}
