/// What an object of a resource looks like on the wire and in its table.
///
/// One table of data serves reading, writing and export; the order of the fields is REST v4's.
struct ObjectShape {
  /// One field.
  struct Field {
    let name: StaticString
    let kind: Kind
    /// The column it is kept in, or the stem of several; empty for lists of links.
    let column: String

    init(_ name: StaticString, _ kind: Kind, column: String? = nil) {
      self.name = name
      self.kind = kind
      self.column = column ?? kind.defaultColumn(of: name)
    }
  }

  /// What a field's value is.
  enum Kind {
    case id
    /// The plain id of an object of another resource.
    case reference
    case integer
    case boolean
    case text
    case slug
    case nullableText
    case time
    case nullableTime
    /// The package's page on the package index; the project name in it has a column of its own.
    case pypiURL
    /// A link or null; kept as an id.
    case link(CatalogResource)
    /// Kept as memberships.
    case links(CatalogResource)
    /// Kept as compact JSON.
    case integers
    case texts
  }

  let resource: CatalogResource
  let fields: [Field]
  /// Where the id is.
  let idIndex: Int

  init(resource: CatalogResource, fields: [Field]) {
    self.resource = resource
    self.fields = fields
    idIndex = fields.firstIndex { $0.name.description == "id" } ?? 0
  }

  static func shape(of resource: CatalogResource) -> ObjectShape {
    switch resource {
    case .categories: categories
    case .grids: grids
    case .packages: packages
    case .gridPackages: gridPackages
    case .features: features
    case .elements: elements
    }
  }

  static let categories = ObjectShape(
    resource: .categories,
    fields: [
      Field("id", .id),
      Field("title", .text),
      Field("slug", .slug),
      Field("description", .text),
      Field("title_plural", .text),
      Field("show_pypi", .boolean),
      Field("created", .time),
      Field("modified", .time),
    ])

  static let grids = ObjectShape(
    resource: .grids,
    fields: [
      Field("id", .id),
      Field("title", .text),
      Field("slug", .slug),
      Field("description", .text),
      Field("is_locked", .boolean),
      Field("packages", .links(.packages)),
      Field("header", .boolean),
      Field("created", .time),
      Field("modified", .time),
    ])

  static let packages = ObjectShape(
    resource: .packages,
    fields: [
      Field("category", .link(.categories), column: "category_link"),
      Field("grids", .links(.grids)),
      Field("id", .id),
      Field("title", .text),
      Field("slug", .slug),
      Field("last_updated", .nullableTime),
      Field("last_fetched", .nullableTime),
      Field("repo_url", .text),
      Field("pypi_version", .nullableText),
      Field("created", .time),
      Field("modified", .time),
      Field("repo_forks", .integer),
      Field("repo_description", .text),
      Field("pypi_url", .pypiURL),
      Field("documentation_url", .nullableText),
      Field("repo_watchers", .integer),
      Field("commits_over_52", .integers),
      Field("participants", .texts),
    ])

  static let gridPackages = ObjectShape(
    resource: .gridPackages,
    fields: [
      Field("id", .id),
      Field("created", .time),
      Field("modified", .time),
      Field("grid_id", .reference),
      Field("package_id", .reference),
    ])

  static let features = ObjectShape(
    resource: .features,
    fields: [
      Field("id", .id),
      Field("created", .time),
      Field("modified", .time),
      Field("grid_id", .reference),
      Field("title", .text),
      Field("description", .text),
    ])

  static let elements = ObjectShape(
    resource: .elements,
    fields: [
      Field("id", .id),
      Field("created", .time),
      Field("modified", .time),
      Field("grid_package_id", .reference),
      Field("feature_id", .reference),
      Field("text", .text),
    ])

  /// The position of a field that the shape is known to have.
  func index(of name: String) -> Int {
    guard let index = fields.firstIndex(where: { $0.name.description == name }) else {
      preconditionFailure("no field \(name) in \(resource.rawValue)")
    }
    return index
  }
}

extension ObjectShape.Kind {
  fileprivate func defaultColumn(of name: StaticString) -> String {
    if case .links = self { "" } else { name.description }
  }

  /// What an error says that the value has to be.
  var expectation: ImportError.Expectation {
    switch self {
    case .id, .reference: .id
    case .integer: .integer
    case .boolean: .boolean
    case .text, .pypiURL: .text
    case .slug: .slug
    case .nullableText: .textOrNull
    case .time: .time
    case .nullableTime: .timeOrNull
    case .link(let resource): .link(resource)
    case .links(let resource): .links(resource)
    case .integers: .integers
    case .texts: .texts
    }
  }
}
