/// Something in a catalog file that is not as it should be.
public enum CheckFinding: Sendable, Hashable {
  /// A page, an index or a cell is damaged; in the database's words.
  case damaged(String)
  /// A row belongs to one that is not there.
  case danglingReference(table: String, parent: String)
  /// The full-text index is not what the packages and grids say.
  case searchIndex
  /// The places in a grid's or a package's list have gaps or repetitions.
  case positions(Entity, id: Int64)
  /// A package does not show the category that it names, though that is here.
  case category(package: Int64)
  /// A membership waits although its grid and its package are here.
  case waitingMembership(grid: Int64, package: Int64)
  /// An object's version is lower than one that the history has.
  case version(Entity, id: Int64)
  /// The history does not end at the catalog's revision, or has a gap.
  case revision(catalog: Int64, history: Int64)

  /// What to tell the operator.
  public var message: String {
    switch self {
    case .damaged(let text): "damaged: \(text)"
    case .danglingReference(let table, let parent):
      "a row of \(table) belongs to a row of \(parent) that is not there"
    case .searchIndex: "the full-text index is not what the packages and grids say"
    case .positions(let entity, let id): "\(entity.noun) \(id): the places of its list have gaps"
    case .category(let package): "package \(package): its category is here, but not linked"
    case .waitingMembership(let grid, let package):
      "package \(package) waits for grid \(grid), though both are here"
    case .version(let entity, let id):
      "\(entity.noun) \(id): its version is lower than in the history"
    case .revision(let catalog, let history):
      "the catalog is at revision \(catalog), its history at \(history)"
    }
  }
}
