/// What a catalog file lists, by the names that REST v4 and the files use.
///
/// The order is that of a complete file: what others belong to comes first.
public enum CatalogResource: String, Sendable, Hashable, CaseIterable {
  case categories
  case grids
  case packages
  case gridPackages = "grid_packages"
  case features
  case elements

  /// One of its objects, as a sentence says it.
  public var singular: String {
    switch self {
    case .categories: "category"
    case .grids: "grid"
    case .packages: "package"
    case .gridPackages: "grid_package"
    case .features: "feature"
    case .elements: "element"
    }
  }
}
