/// What is known of a category; times as they were written, and as microseconds since 1970 UTC.
public enum CategoryColumn: Int, EntityColumn {
  case id
  case title
  case slug
  case description
  case titlePlural
  case showPypi
  case created
  case createdInstant
  case modified
  case modifiedInstant
  /// Counts from 1; one more with every change of the object's own fields or of its lists.
  case version

  /// The entity whose records have the column.
  public static var entity: Entity { .category }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .category(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .id, .title, .slug, .description, .titlePlural, .showPypi, .createdInstant,
      .modifiedInstant, .version:
      self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .title: .text("title")
    case .slug: .text("slug")
    case .description: .text("description")
    case .titlePlural: .text("title_plural")
    case .showPypi: .boolean("show_pypi")
    case .created: .text("created")
    case .createdInstant: .integer("created_instant")
    case .modified: .text("modified")
    case .modifiedInstant: .integer("modified_instant")
    case .version: .integer("version")
    }
  }
}
