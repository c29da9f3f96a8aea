/// The tables of a list in SQL, and what its default order goes by.
///
/// Aliases end in the depth of nesting, so that a subquery over the same tables has its own.
struct ListTables {
  let source: ListSource
  /// Stands for the row of the list's records.
  let alias: String
  /// Stands for the membership row; the same as `alias` where there is none between.
  private let member: String

  init(_ source: ListSource, depth: Int = 0) {
    self.source = source
    alias = "\(source.entity.alias)\(depth)"
    member = source.hasMembership ? "m\(depth)" : alias
  }

  /// The list's records, for conditions on them.
  var subject: PredicateSQL.Subject {
    PredicateSQL.Subject(entity: source.entity, alias: alias)
  }

  /// What a row's parent is found by; nil for a list of all.
  var parentKey: String? {
    guard case .related(let relation) = source else { return nil }
    switch relation {
    case .packagesOfGrid, .gridPackagesOfGrid, .featuresOfGrid: return "\(member).grid_id"
    case .gridsOfPackage, .gridPackagesOfPackage: return "\(member).package_id"
    case .packagesOfCategory: return "\(member).category_id"
    case .elementsOfFeature: return "\(member).feature_id"
    case .elementsOfGridPackage: return "\(member).grid_package_id"
    }
  }

  /// What every record of the list fulfils besides its parent; nil if nothing.
  ///
  /// Of two elements in one cell the newest is shown.
  var standingCondition: String? {
    guard case .related(let relation) = source, relation.child == .element else { return nil }
    return """
      NOT EXISTS (SELECT 1 FROM elements newer WHERE newer.feature_id = \(alias).feature_id \
      AND newer.grid_package_id = \(alias).grid_package_id AND newer.id > \(alias).id)
      """
  }

  /// The tables joined from the parent's side: the member row comes first. `index` is what to walk, nil
  /// leaves that to the planner.
  func tables(index: String? = nil) -> String {
    let hint = index.map { " INDEXED BY \($0)" } ?? ""
    guard source.hasMembership else { return "\(recordTable)\(hint)" }
    return "grid_packages \(member)\(hint) CROSS JOIN \(recordTable) ON \(membershipCondition)"
  }

  /// The tables joined from the other side: the record comes first, so that a condition on it is asked
  /// once a record.
  var tablesFromRecords: String {
    guard source.hasMembership else { return recordTable }
    return "\(recordTable) CROSS JOIN grid_packages \(member) ON \(membershipCondition)"
  }

  private var recordTable: String { "\(source.entity.table) \(alias)" }

  private var membershipCondition: String {
    "\(alias).id = \(member).\(source.entity == .grid ? "grid_id" : "package_id")"
  }

  /// The table that has a row for each record, where the records themselves do not matter.
  var countedTable: String {
    source.hasMembership ? "grid_packages \(member)" : recordTable
  }

  /// The default order: its terms, and what breaks ties.
  var defaultOrder: (terms: [SortTerm], tie: SortTerm) {
    guard case .related(let relation) = source else {
      return ([], SortTerm(expression: "\(alias).id", descending: true))
    }
    switch relation {
    case .packagesOfGrid, .gridPackagesOfGrid:
      return (
        [SortTerm(expression: "\(member).grid_position")],
        SortTerm(expression: "\(member).package_id")
      )
    case .gridsOfPackage, .gridPackagesOfPackage:
      return (
        [SortTerm(expression: "\(member).package_position")],
        SortTerm(expression: "\(member).grid_id")
      )
    case .featuresOfGrid:
      return ([], SortTerm(expression: "\(alias).id"))
    case .packagesOfCategory, .elementsOfFeature, .elementsOfGridPackage:
      return ([], SortTerm(expression: "\(alias).id", descending: true))
    }
  }

  /// How the lists of several parents come out of one walk, in the default order.
  var wholeWalk: WholeWalk {
    guard case .related(let relation) = source else { return .sorted }
    switch relation {
    case .packagesOfGrid, .gridPackagesOfGrid: return .inOrder(index: "packages_of_grid")
    case .gridsOfPackage, .gridPackagesOfPackage: return .inOrder(index: "grids_of_package")
    case .featuresOfGrid: return .inOrder(index: "features_of_grid")
    case .packagesOfCategory: return .backwards(index: "packages_of_category")
    case .elementsOfFeature, .elementsOfGridPackage: return .sorted
    }
  }
}

/// How one walk over several parents yields their lists.
enum WholeWalk: Hashable {
  /// Parent after parent, each list in order: nested loops over the keys and this index.
  case inOrder(index: String)
  /// The same, each list from its end.
  case backwards(index: String)
  /// Sorted by an ORDER BY.
  case sorted
}

extension ListSource {
  /// Whether a membership row stands between parent and record.
  fileprivate var hasMembership: Bool {
    switch self {
    case .all: false
    case .related(let relation): relation == .packagesOfGrid || relation == .gridsOfPackage
    }
  }
}
