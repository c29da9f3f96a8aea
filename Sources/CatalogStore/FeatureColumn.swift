/// What is known of what a grid compares; times as they were written, and as microseconds since 1970 UTC.
public enum FeatureColumn: Int, EntityColumn {
  case id
  case gridID
  case title
  case description
  case created
  case createdInstant
  case modified
  case modifiedInstant
  /// Counts from 1; one more with every change of the object's own fields or of its lists.
  case version

  /// The entity whose records have the column.
  public static var entity: Entity { .feature }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .feature(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .id, .gridID, .title, .description, .createdInstant, .modifiedInstant, .version: self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .gridID: .integer("grid_id")
    case .title: .text("title")
    case .description: .text("description")
    case .created: .text("created")
    case .createdInstant: .integer("created_instant")
    case .modified: .text("modified")
    case .modifiedInstant: .integer("modified_instant")
    case .version: .integer("version")
    }
  }
}
