/// The kinds of record that the catalog holds.
public enum Entity: Int, Sendable, Hashable, CaseIterable {
  case package
  case grid
  case category
  /// A package's row in a grid.
  case gridPackage
  /// What a grid compares.
  case feature
  /// A cell of a grid: one feature of one of its packages.
  case element
}

extension Entity {
  /// The table that holds its records.
  var table: String {
    switch self {
    case .package: "packages"
    case .grid: "grids"
    case .category: "categories"
    case .gridPackage: "grid_packages"
    case .feature: "features"
    case .element: "elements"
    }
  }

  /// The letter that stands for the table within a statement.
  var alias: String {
    switch self {
    case .package: "p"
    case .grid: "g"
    case .category: "c"
    case .gridPackage: "m"
    case .feature: "f"
    case .element: "e"
    }
  }

  /// The columns of its records, by raw value.
  var columns: [RecordColumn] {
    switch self {
    case .package: PackageColumn.allCases.map(RecordColumn.package)
    case .grid: GridColumn.allCases.map(RecordColumn.grid)
    case .category: CategoryColumn.allCases.map(RecordColumn.category)
    case .gridPackage: GridPackageColumn.allCases.map(RecordColumn.gridPackage)
    case .feature: FeatureColumn.allCases.map(RecordColumn.feature)
    case .element: ElementColumn.allCases.map(RecordColumn.element)
    }
  }
}
