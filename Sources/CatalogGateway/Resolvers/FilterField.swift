import CatalogStore

/// What a field of a filter or an order stands for in the store.
enum FilterField: Sendable {
  /// A column, and how the client writes its values.
  case column(RecordColumn, Operand)
  /// A list of related records: `some`, `none`, `every`.
  case list(Relation)
  /// A package's category.
  case category

  /// How the client writes the values that a column is compared with.
  enum Operand: Sendable {
    case id, integer, boolean, text, instant
  }

  /// The column that `orderBy` orders by; nil where there is no order.
  var orderColumn: RecordColumn? {
    switch self {
    case .column(let column, _): column
    case .list, .category: nil
    }
  }
}

extension Listing {
  /// Lists of packages.
  static let packages = Listing(
    entity: .package,
    fields: [
      "id": .column(.package(.id), .id),
      "title": .column(.package(.title), .text),
      "slug": .column(.package(.slug), .text),
      "category": .category,
      "grids": .list(.gridsOfPackage),
      "lastUpdated": .column(.package(.lastUpdated), .instant),
      "lastFetched": .column(.package(.lastFetched), .instant),
      "repoUrl": .column(.package(.repoURL), .text),
      "pypiVersion": .column(.package(.pypiVersion), .text),
      "created": .column(.package(.created), .instant),
      "modified": .column(.package(.modified), .instant),
      "repoForks": .column(.package(.repoForks), .integer),
      "repoDescription": .column(.package(.repoDescription), .text),
      "pypiUrl": .column(.package(.pypiURL), .text),
      "pypiName": .column(.package(.pypiName), .text),
      "documentationUrl": .column(.package(.documentationURL), .text),
      "repoWatchers": .column(.package(.repoWatchers), .integer),
    ])

  /// Lists of grids.
  static let grids = Listing(
    entity: .grid,
    fields: [
      "id": .column(.grid(.id), .id),
      "title": .column(.grid(.title), .text),
      "slug": .column(.grid(.slug), .text),
      "description": .column(.grid(.description), .text),
      "isLocked": .column(.grid(.isLocked), .boolean),
      "header": .column(.grid(.header), .boolean),
      "created": .column(.grid(.created), .instant),
      "modified": .column(.grid(.modified), .instant),
      "packages": .list(.packagesOfGrid),
    ])

  /// Categories, as far as packages are filtered by them.
  static let categories = Listing(
    entity: .category,
    fields: [
      "id": .column(.category(.id), .id),
      "title": .column(.category(.title), .text),
      "slug": .column(.category(.slug), .text),
      "description": .column(.category(.description), .text),
      "titlePlural": .column(.category(.titlePlural), .text),
      "showPypi": .column(.category(.showPypi), .boolean),
      "created": .column(.category(.created), .instant),
      "modified": .column(.category(.modified), .instant),
    ])

  /// What the related records of a list filter accept.
  static func related(by relation: Relation) -> Listing {
    switch relation {
    case .packagesOfGrid, .packagesOfCategory: .packages
    case .gridsOfPackage: .grids
    case .gridPackagesOfGrid, .gridPackagesOfPackage, .featuresOfGrid, .elementsOfFeature,
      .elementsOfGridPackage:
      preconditionFailure("The schema filters nothing by \(relation)")
    }
  }
}
