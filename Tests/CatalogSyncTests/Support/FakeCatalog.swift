import CatalogSync

/// What an origin has, and how REST v4 says it.
struct FakeCatalog: Sendable {
  /// A package's grids in their order, and its title.
  struct Package: Sendable {
    var title: String
    var grids: [Int]
    var category = 1
    var slug: String?
  }

  var categories: Set<Int> = [1]
  /// The packages of each grid, in their order.
  var grids: [Int: [Int]]
  var packages: [Int: Package]
  /// Whether answers have an ETag, and conditions are looked at.
  var hasValidators = false

  /// Packages 1 to 5; 1 and 2 in grid 7, 2 in grid 8.
  static let small = FakeCatalog(
    grids: [7: [2, 1], 8: [2], 9: []],
    packages: [
      1: Package(title: "One", grids: [7]),
      2: Package(title: "Two", grids: [8, 7]),
      3: Package(title: "Three", grids: []),
      4: Package(title: "Four", grids: []),
      5: Package(title: "Five", grids: []),
    ])

  static let time = "2026-02-15T14:03:04.199914-05:00"

  /// What an import may bring that no origin lists: a feature of grid 7 and package 1's cell in it.
  static let features = """
    {"resource":"grid_packages","object":{"id":70,"created":"\(time)","modified":"\(time)",\
    "grid_id":7,"package_id":1}}
    {"resource":"features","object":{"id":5,"created":"\(time)","modified":"\(time)",\
    "grid_id":7,"title":"Speed","description":""}}
    {"resource":"elements","object":{"id":9,"created":"\(time)","modified":"\(time)",\
    "grid_package_id":70,"feature_id":5,"text":"yes"}}

    """

  /// The objects of a list, newest first.
  func objects(of list: String) -> [String] {
    switch list {
    case "categories":
      categories.sorted(by: >).map { id in
        """
        {"id":\(id),"title":"Category \(id)","slug":"category-\(id)","description":"",\
        "title_plural":"","show_pypi":true,"created":"\(Self.time)","modified":"\(Self.time)"}
        """
      }
    case "grids":
      grids.sorted { $0.key > $1.key }.map { id, packages in
        """
        {"id":\(id),"title":"Grid \(id)","slug":"grid-\(id)","description":"","is_locked":false,\
        "packages":[\(links("packages", packages))],"header":false,"created":"\(Self.time)",\
        "modified":"\(Self.time)"}
        """
      }
    default: packages.sorted { $0.key > $1.key }.map { object(of: $1, id: $0) }
    }
  }

  private func object(of package: Package, id: Int) -> String {
    """
    {"category":\(links("categories", [package.category])),\
    "grids":[\(links("grids", package.grids))],"id":\(id),"title":"\(package.title)",\
    "slug":"\(package.slug ?? "package-\(id)")","last_updated":null,"last_fetched":null,\
    "repo_url":"","pypi_version":null,"created":"\(Self.time)","modified":"\(Self.time)",\
    "repo_forks":0,"repo_description":"","pypi_url":"","documentation_url":null,\
    "repo_watchers":0,"commits_over_52":[],"participants":[]}
    """
  }

  private func links(_ list: String, _ ids: [Int]) -> String {
    ids.map { "\"\(FakeOrigin.root)\(list)/\($0)/\"" }.joined(separator: ",")
  }

  /// A page of a list.
  func page(of list: String, limit: Int, offset: Int = 0) -> String {
    let objects = objects(of: list)
    let shown = objects.dropFirst(offset).prefix(limit)
    let next =
      offset + limit < objects.count
      ? "\"\(FakeOrigin.root)\(list)/?limit=\(limit)&offset=\(offset + limit)\"" : "null"
    return """
      {"count":\(objects.count),"next":\(next),"previous":null,\
      "results":[\(shown.joined(separator: ","))]}
      """
  }

  func answer(to request: OriginRequest, target: String) -> OriginAnswer {
    if target.isEmpty {
      let links = ["packages", "search", "grids", "categories"].map {
        "\"\($0)\":\"\(FakeOrigin.root)\($0)/\""
      }
      return .json("{\(links.joined(separator: ","))}")
    }
    let parts = target.split(separator: "?", maxSplits: 1)
    var numbers: [String: Int] = [:]
    for item in parts.dropFirst().joined().split(separator: "&") {
      let pair = item.split(separator: "=")
      numbers[String(pair[0])] = Int(pair[1])
    }
    let text = page(
      of: String(parts[0].dropLast()), limit: numbers["limit"] ?? 20,
      offset: numbers["offset"] ?? 0)
    guard hasValidators else { return .json(text) }
    let etag = "\"\(text.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) })\""
    if request.headers["if-none-match"] == etag { return OriginAnswer(status: 304) }
    return .json(text, headers: ["etag": etag])
  }

  /// The catalog as an export has it.
  var exported: String {
    ["categories", "grids", "packages"].flatMap { list in
      objects(of: list).map { "{\"resource\":\"\(list)\",\"object\":\($0)}\n" }
    }
    .joined().replacing(FakeOrigin.root, with: "https://djangopackages.org/api/v4/")
  }
}
