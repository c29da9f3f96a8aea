import SQLite

@testable import CatalogStore

/// Packages with few distinct values and many nulls, so that orders have ties, in five grids; and what
/// was generated, to sort and filter it naively.
struct GeneratedCatalog {
  struct Package {
    let id: Int64
    let watchers: Int64
    let forks: Int64
    let title: String
    let slug: String
    let lastUpdated: Int64?
    let repoURL: String
    let documentationURL: String?
    let pypiVersion: String?
  }

  let catalog: TestCatalog
  private(set) var packages: [Package] = []
  /// Package ids by grid, in the order of their positions.
  private(set) var members: [[Int64]] = Array(repeating: [], count: 5)
  private var random: SplitMix64

  static let grids: [Int64] = [1, 2, 3, 4, 5]

  init(packages count: Int, seed: UInt64) throws {
    catalog = try TestCatalog(
      rows: Self.grids.map { TestCatalog.grid(Int($0), "G", "g\($0)") }.joined())
    random = SplitMix64(seed: seed)
    for number in 0..<count { try addPackage(Int64(number * 3 + 1)) }
    for (index, grid) in Self.grids.enumerated() {
      // The last grid has none.
      let chosen = packages.map(\.id).shuffled(using: &random).prefix((count / 2) >> index)
      members[index] = index == 4 ? [] : Array(chosen)
      for (position, id) in members[index].enumerated() {
        try catalog.writer.execute(
          TestCatalog.membership(
            (index + 1) * 10_000 + position, grid: Int(grid), package: Int(id),
            gridPosition: position, packagePosition: index))
      }
    }
  }

  mutating func addPackage(_ id: Int64) throws {
    let titles = ["", "a", "A", "b", "ä", "Z", "zz", "\u{10FFFF}", "\u{FFFD}"]
    let package = Package(
      id: id, watchers: .random(in: 0...5, using: &random),
      forks: .random(in: -2...2, using: &random),
      title: titles.randomElement(using: &random) ?? "", slug: "s\(id * 7919 % 1_000)-\(id)",
      lastUpdated: Bool.random(using: &random) ? .random(in: -3...3, using: &random) : nil,
      repoURL: ["", "http://a", "http://b"].randomElement(using: &random) ?? "",
      documentationURL: [nil, "", "http://d"].randomElement(using: &random) ?? nil,
      pypiVersion: [nil, "1.0", "2.0"].randomElement(using: &random) ?? nil)
    packages.append(package)
    let statement = try catalog.writer.prepare(
      """
      INSERT INTO packages VALUES (?, NULL, NULL, ?, ?, ?, ?, '', 0, '', 0, ?, ?, NULL, NULL, ?, ?,
        NULL, '', ?, '', '[]', '[]', 1)
      """)
    try statement.bind(id, at: 1)
    try statement.bind(package.title, at: 2)
    try statement.bind(package.slug, at: 3)
    try statement.bind(package.watchers, at: 4)
    try statement.bind(package.forks, at: 5)
    try statement.bind(package.lastUpdated.map { "at \($0)" }, at: 6)
    try statement.bind(package.lastUpdated, at: 7)
    try statement.bind(package.repoURL, at: 8)
    try statement.bind(package.pypiVersion, at: 9)
    try statement.bind(package.documentationURL, at: 10)
    try statement.run()
  }

  mutating func removePackage(_ id: Int64) throws {
    packages.removeAll { $0.id == id }
    try catalog.writer.execute("DELETE FROM packages WHERE id = \(id)")
  }

  /// Orders over every kind of column, alone and together.
  static let orders: [[OrderTerm]] = {
    let columns: [PackageColumn] = [
      .id, .repoWatchers, .repoForks, .title, .slug, .lastUpdated, .repoURL, .documentationURL,
      .pypiVersion,
    ]
    let single = columns.flatMap { column in
      [false, true].map { [OrderTerm(.package(column), descending: $0)] }
    }
    var random = SplitMix64(seed: 42)
    let several = (0..<40).map { _ in
      columns.shuffled(using: &random).prefix(.random(in: 2...4, using: &random)).map {
        OrderTerm(.package($0), descending: .random(using: &random))
      }
    }
    return [[]] + single + several
  }()

  /// The ids in an order: nulls last, ties by id; without an order newest first.
  func sorted(_ packages: [Package], by order: [OrderTerm]) -> [Int64] {
    let order = order.isEmpty ? [OrderTerm(.package(.id), descending: true)] : order
    return packages.sorted { left, right in
      for term in order {
        switch (left.value(of: term.column), right.value(of: term.column)) {
        case (.null, .null): continue
        case (.null, _): return false
        case (_, .null): return true
        case (let left, let right):
          if left != right { return (left < right) != term.descending }
        }
      }
      return left.id < right.id
    }.map(\.id)
  }
}

extension GeneratedCatalog.Package {
  /// What the API shows in a column.
  func value(of column: RecordColumn) -> ColumnValue {
    guard case .package(let column) = column else { return .null }
    switch column {
    case .id: return .integer(id)
    case .repoWatchers: return .integer(watchers)
    case .repoForks: return .integer(forks)
    case .title: return .text(title)
    case .slug: return .text(slug)
    case .lastUpdated: return lastUpdated.map(ColumnValue.integer) ?? .null
    case .repoURL: return repoURL.isEmpty ? .null : .text(repoURL)
    case .documentationURL:
      return documentationURL.map { $0.isEmpty ? .null : .text($0) } ?? .null
    case .pypiVersion: return pypiVersion.map(ColumnValue.text) ?? .null
    default: return .null
    }
  }
}

extension ColumnValue {
  /// Numbers by size, texts by code points; null before both.
  static func < (left: ColumnValue, right: ColumnValue) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (.null, _), (.integer, .text): true
    case (_, .null), (.text, .integer): false
    }
  }
}
