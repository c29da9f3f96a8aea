/// From records to the records that belong to each of them.
public enum Relation: Int, Sendable, Hashable, CaseIterable {
  /// In the order of the origin's answer.
  case packagesOfGrid
  /// Newest first.
  case packagesOfCategory
  /// In the order of the origin's answer.
  case gridsOfPackage
  /// In the order of the grid's packages.
  case gridPackagesOfGrid
  /// In the order of the package's grids.
  case gridPackagesOfPackage
  /// Oldest first.
  case featuresOfGrid
  /// Newest first; of several elements in one cell only the one with the highest id.
  case elementsOfFeature
  /// Newest first; of several elements in one cell only the one with the highest id.
  case elementsOfGridPackage

  /// What it starts from.
  public var parent: Entity {
    switch self {
    case .packagesOfGrid, .gridPackagesOfGrid, .featuresOfGrid: .grid
    case .packagesOfCategory: .category
    case .gridsOfPackage, .gridPackagesOfPackage: .package
    case .elementsOfFeature: .feature
    case .elementsOfGridPackage: .gridPackage
    }
  }

  /// What it leads to.
  public var child: Entity {
    switch self {
    case .packagesOfGrid, .packagesOfCategory: .package
    case .gridsOfPackage: .grid
    case .gridPackagesOfGrid, .gridPackagesOfPackage: .gridPackage
    case .featuresOfGrid: .feature
    case .elementsOfFeature, .elementsOfGridPackage: .element
    }
  }
}
