/// What edits may say of an entity's objects, and where it is kept. One table of data serves checking,
/// writing and the history.
struct EditTable {
  let entity: Entity
  let fields: [EditableField]
  /// The objects' list of others, if they have one.
  var list: (field: EditField, side: MembershipSide)?

  /// The table of an entity; memberships have no fields to edit.
  static func table(of entity: Entity) -> EditTable {
    switch entity {
    case .package: packages
    case .grid: grids
    case .category: categories
    case .gridPackage: gridPackages
    case .feature: features
    case .element: elements
    }
  }

  private static let packages = EditTable(
    entity: .package,
    fields: [
      EditableField(.title, .title, "title"),
      EditableField(.slug, .slug, "slug"),
      EditableField(.category, .category, "category_link"),
      EditableField(.repoURL, .repoURL, "repo_url"),
      EditableField(.repoDescription, .text(limit: 500), "repo_description"),
      EditableField(.pypiURL, .pypiURL, "pypi_url"),
      EditableField(.documentationURL, .nullableURL, "documentation_url"),
      EditableField(.repoWatchers, .count, "repo_watchers"),
      EditableField(.repoForks, .count, "repo_forks"),
      EditableField(.pypiVersion, .nullableText(limit: 100), "pypi_version"),
      EditableField(.lastUpdated, .time, "last_updated"),
      EditableField(.lastFetched, .time, "last_fetched"),
      EditableField(.commitsOver52, .counts(limit: 1_000), "commits_over_52"),
      EditableField(.participants, .participants(limit: 10_000), "participants"),
    ], list: (.grids, .packages))

  private static let grids = EditTable(
    entity: .grid,
    fields: [
      EditableField(.title, .title, "title"),
      EditableField(.slug, .slug, "slug"),
      EditableField(.description, .text(limit: 1_000), "description"),
      EditableField(.isLocked, .boolean(otherwise: false), "is_locked"),
      EditableField(.header, .boolean(otherwise: true), "header"),
    ], list: (.packages, .grids))

  private static let categories = EditTable(
    entity: .category,
    fields: [
      EditableField(.title, .title, "title"),
      EditableField(.slug, .slug, "slug"),
      EditableField(.description, .text(limit: 1_000), "description"),
      EditableField(.titlePlural, .text(limit: 100), "title_plural"),
      EditableField(.showPypi, .boolean(otherwise: true), "show_pypi"),
    ])

  private static let gridPackages = EditTable(entity: .gridPackage, fields: [])

  private static let features = EditTable(
    entity: .feature,
    fields: [
      EditableField(.title, .title, "title"),
      EditableField(.description, .text(limit: 1_000), "description"),
    ])

  private static let elements = EditTable(
    entity: .element, fields: [EditableField(.text, .text(limit: 10_000), "text")])

  /// The place of a field; nil if the objects have none of the name.
  func index(of field: EditField) -> Int? { fields.firstIndex { $0.field == field } }
}

/// A field of an entity's objects.
struct EditableField {
  /// What its values are; limits are in characters, those of lists in items.
  enum Kind: Hashable {
    case title
    case slug
    case text(limit: Int)
    case nullableText(limit: Int)
    /// Unique among packages, unless it is empty.
    case repoURL
    /// The project name in it has a column of its own.
    case pypiURL
    case nullableURL
    case count
    case boolean(otherwise: Bool)
    /// Kept as written, and as an instant beside.
    case time
    /// Kept as compact JSON.
    case counts(limit: Int)
    case participants(limit: Int)
    /// The id of a category; also kept where the category is not here.
    case category
  }

  let field: EditField
  let kind: Kind
  /// The column, or the first of several.
  let column: String

  init(_ field: EditField, _ kind: Kind, _ column: String) {
    self.field = field
    self.kind = kind
    self.column = column
  }

  /// What an object has that was made without the field; nil if it needs one.
  var initialValue: ColumnValue? {
    switch kind {
    case .title, .slug: nil
    case .text, .repoURL, .pypiURL: .text("")
    case .nullableText, .nullableURL, .time, .category: .null
    case .count: .integer(0)
    case .boolean(let otherwise): .integer(otherwise ? 1 : 0)
    case .counts, .participants: .text("[]")
    }
  }

  /// What null makes of the field; nil if it cannot be null.
  var clearedValue: ColumnValue? {
    switch kind {
    case .title, .slug, .count, .boolean: nil
    case .text, .nullableText, .repoURL, .pypiURL, .nullableURL, .time, .counts, .participants,
      .category:
      initialValue
    }
  }

  /// The columns that keep a value, and what each gets; `isHere` is whether a category is.
  func assignments(
    of value: ColumnValue, isHere: Bool
  ) -> [(column: String, value: ColumnValue)] {
    switch kind {
    case .title, .slug, .text, .nullableText, .repoURL, .nullableURL, .count, .boolean, .counts,
      .participants:
      return [(column, value)]
    case .time:
      guard case .text(let text) = value, let instant = microseconds(ofTime: text) else {
        return [(column, value), (column + "_instant", .null)]
      }
      return [(column, value), (column + "_instant", .integer(instant))]
    case .pypiURL:
      guard case .text(let url) = value, let name = pypiName(in: url) else {
        return [(column, value), ("pypi_name", .null)]
      }
      return [(column, value), ("pypi_name", .text(name))]
    case .category:
      return [(column, value), ("category_id", isHere ? value : .null)]
    }
  }
}

private func pypiName(in url: String) -> String? {
  let bytes = Array(url.utf8)
  let range = bytes.withUnsafeBufferPointer(pypiName(in:))
  return range.map { String(decoding: bytes[$0], as: UTF8.self) }
}
