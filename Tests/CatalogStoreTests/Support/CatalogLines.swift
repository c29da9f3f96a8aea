import Foundation

@testable import CatalogStore

/// Lines of a catalog file, with what a test does not care about filled in.
enum CatalogLines {
  static let time = "2026-02-15T14:03:04.199914-05:00"

  static func category(_ id: Int, title: String = "Apps") -> String {
    line(
      "categories",
      """
      "id":\(id),"title":"\(title)","slug":"category-\(id)","description":"","title_plural":"",\
      "show_pypi":true,"created":"\(time)","modified":"\(time)"
      """)
  }

  static func grid(_ id: Int, title: String = "Forms", packages: [Int] = []) -> String {
    line(
      "grids",
      """
      "id":\(id),"title":"\(title)","slug":"grid-\(id)","description":"","is_locked":false,\
      "packages":[\(links("packages", packages))],"header":false,"created":"\(time)",\
      "modified":"\(time)"
      """)
  }

  static func package(
    _ id: Int, slug: String? = nil, watchers: Int = 0, category: Int = 1, grids: [Int] = []
  ) -> String {
    line("packages", packageFields(id, slug: slug, watchers: watchers, category, grids: grids))
  }

  static func packageFields(
    _ id: Int, slug: String? = nil, watchers: Int = 0, _ category: Int = 1, grids: [Int] = []
  ) -> String {
    """
    "category":\(links("categories", [category])),"grids":[\(links("grids", grids))],"id":\(id),\
    "title":"Package \(id)","slug":"\(slug ?? "package-\(id)")","last_updated":null,\
    "last_fetched":"\(time)","repo_url":"","pypi_version":null,"created":"\(time)",\
    "modified":"\(time)","repo_forks":0,"repo_description":"","pypi_url":"",\
    "documentation_url":null,"repo_watchers":\(watchers),"commits_over_52":[],"participants":[]
    """
  }

  static func gridPackage(_ id: Int, grid: Int, package: Int) -> String {
    line(
      "grid_packages",
      """
      "id":\(id),"created":"\(time)","modified":"\(time)","grid_id":\(grid),"package_id":\(package)
      """)
  }

  static func feature(_ id: Int, grid: Int, title: String = "Speed") -> String {
    line(
      "features",
      """
      "id":\(id),"created":"\(time)","modified":"\(time)","grid_id":\(grid),"title":"\(title)",\
      "description":""
      """)
  }

  static func element(_ id: Int, gridPackage: Int, feature: Int, text: String = "yes") -> String {
    line(
      "elements",
      """
      "id":\(id),"created":"\(time)","modified":"\(time)","grid_package_id":\(gridPackage),\
      "feature_id":\(feature),"text":"\(text)"
      """)
  }

  static func line(_ resource: String, _ fields: String) -> String {
    "{\"resource\":\"\(resource)\",\"object\":{\(fields)}}\n"
  }

  private static func links(_ resource: String, _ ids: [Int]) -> String {
    ids.map { "\"https://djangopackages.org/api/v4/\(resource)/\($0)/\"" }.joined(separator: ",")
  }
}

extension CatalogDatabase {
  /// Imports texts, each a source named `file1`, `file2` and so on.
  @discardableResult
  func importTexts(_ texts: String...) throws(ImportError) -> ImportSummary {
    let sources = texts.enumerated().map { number, text in
      ImportSource(name: "file\(number + 1)", bytes: Array(text.utf8))
    }
    return try importCatalog(from: sources, at: "2026-02-15T12:00:00Z")
  }

  func exportText() throws -> String {
    var bytes: [UInt8] = []
    try exportCatalog { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A file of the test target.
func fixture(_ name: String) throws -> String {
  let url = Bundle.module.bundleURL.appending(path: "Fixtures/\(name)")
  return try String(contentsOf: url, encoding: .utf8)
}
