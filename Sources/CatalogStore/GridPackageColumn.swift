/// What is known of a package's row in a grid; times as they were written, and as microseconds since 1970 UTC.
/// A membership known only from a link has no times.
public enum GridPackageColumn: Int, EntityColumn {
  case id
  case gridID
  case packageID
  case created
  case createdInstant
  case modified
  case modifiedInstant

  /// The entity whose records have the column.
  public static var entity: Entity { .gridPackage }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .gridPackage(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .id, .gridID, .packageID, .createdInstant, .modifiedInstant: self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .gridID: .integer("grid_id")
    case .packageID: .integer("package_id")
    case .created: .text("created").orNull
    case .createdInstant: .integer("created_instant").orNull
    case .modified: .text("modified").orNull
    case .modifiedInstant: .integer("modified_instant").orNull
    }
  }
}
