/// What is known of a grid; times as they were written, and as microseconds since 1970 UTC.
public enum GridColumn: Int, EntityColumn {
  case id
  case title
  case slug
  case description
  case isLocked
  case header
  case created
  case createdInstant
  case modified
  case modifiedInstant
  /// Counts from 1; one more with every change of the object's own fields or of its lists.
  case version

  /// The entity whose records have the column.
  public static var entity: Entity { .grid }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .grid(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .id, .title, .slug, .description, .isLocked, .header, .createdInstant, .modifiedInstant,
      .version:
      self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .title: .text("title")
    case .slug: .text("slug")
    case .description: .text("description")
    case .isLocked: .boolean("is_locked")
    case .header: .boolean("header")
    case .created: .text("created")
    case .createdInstant: .integer("created_instant")
    case .modified: .text("modified")
    case .modifiedInstant: .integer("modified_instant")
    case .version: .integer("version")
    }
  }
}
