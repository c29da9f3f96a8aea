/// A column of one entity's records; its raw value is its place in a `RecordBatch` and its bit in a
/// `ColumnSet`.
public protocol EntityColumn: RawRepresentable<Int>, CaseIterable, Sendable, Hashable {
  /// The entity whose records have the column.
  static var entity: Entity { get }
  /// The column beside those of the other entities.
  var column: RecordColumn { get }
}

extension EntityColumn {
  /// What its cells hold.
  public var kind: ColumnKind { column.kind }
}

/// What the cells of a column hold, and so which `LeafColumn` they come in.
public enum ColumnKind: Sendable, Hashable {
  /// Whole numbers: `LeafColumn.ints`.
  case integer
  /// `LeafColumn.booleans`.
  case boolean
  /// Text: `LeafColumn.encoded`, quoted and escaped.
  case text
  /// Finished JSON: `LeafColumn.encoded`, as it is stored.
  case json
}

/// Any column of any entity, for filters and orders.
public enum RecordColumn: Sendable, Hashable {
  case package(PackageColumn)
  case grid(GridColumn)
  case category(CategoryColumn)
  case gridPackage(GridPackageColumn)
  case feature(FeatureColumn)
  case element(ElementColumn)

  /// The entity whose records have the column.
  public var entity: Entity {
    switch self {
    case .package: .package
    case .grid: .grid
    case .category: .category
    case .gridPackage: .gridPackage
    case .feature: .feature
    case .element: .element
    }
  }

  /// Its place among the entity's columns.
  public var index: Int {
    switch self {
    case .package(let column): column.rawValue
    case .grid(let column): column.rawValue
    case .category(let column): column.rawValue
    case .gridPackage(let column): column.rawValue
    case .feature(let column): column.rawValue
    case .element(let column): column.rawValue
    }
  }

  /// What its cells hold.
  public var kind: ColumnKind { definition.kind }

  /// Its name among the entity's columns; stays the same when others are added.
  public var name: String { definition.name }

  /// The column whose values order and compare records: the instant of a time, itself otherwise.
  var comparable: RecordColumn {
    switch self {
    case .package(let column): .package(column.comparable)
    case .grid(let column): .grid(column.comparable)
    case .category(let column): .category(column.comparable)
    case .gridPackage(let column): .gridPackage(column.comparable)
    case .feature(let column): .feature(column.comparable)
    case .element(let column): .element(column.comparable)
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .package(let column): column.definition
    case .grid(let column): column.definition
    case .category(let column): column.definition
    case .gridPackage(let column): column.definition
    case .feature(let column): column.definition
    case .element(let column): column.definition
    }
  }
}
