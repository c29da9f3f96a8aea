/// What is known of a grid's cell; times as they were written, and as microseconds since 1970 UTC.
public enum ElementColumn: Int, EntityColumn {
  case id
  case gridPackageID
  case featureID
  case text
  case created
  case createdInstant
  case modified
  case modifiedInstant
  /// Counts from 1; one more with every change of the object's own fields or of its lists.
  case version

  /// The entity whose records have the column.
  public static var entity: Entity { .element }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .element(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .id, .gridPackageID, .featureID, .text, .createdInstant, .modifiedInstant, .version: self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .gridPackageID: .integer("grid_package_id")
    case .featureID: .integer("feature_id")
    case .text: .text("text")
    case .created: .text("created")
    case .createdInstant: .integer("created_instant")
    case .modified: .text("modified")
    case .modifiedInstant: .integer("modified_instant")
    case .version: .integer("version")
    }
  }
}
