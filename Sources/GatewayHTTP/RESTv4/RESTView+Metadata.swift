import CatalogGateway
import JSON

/// What the API says about itself.
extension RESTView {
  /// The origin's name of the view.
  var name: String {
    switch self {
    case .root: "Api Root"
    case .list(let resource): "\(resource.title) List"
    case .object(let resource, _): "\(resource.title) Instance"
    case .search: "Search V3 List"
    }
  }

  /// The origin's description of the view, in paragraphs.
  var description: [String] {
    switch self {
    case .root: ["The default basic root view for DefaultRouter"]
    case .list(.packages), .object(.packages, _):
      ["API endpoint that allows packages to be viewed or edited."]
    case .list(.grids), .object(.grids, _), .list(.categories), .object(.categories, _): []
    case .search:
      ["Accepts a 'q' GET parameter.", "Returns SearchV3 (PostgreSQL FTS) results."]
    }
  }

  /// The answer to OPTIONS.
  var metadata: [UInt8] {
    var json: [UInt8] = []
    appendJSON(
      .object([
        JSONMember(name: "name", value: .string(name)),
        JSONMember(
          name: "description", value: .string(description.joined(separator: "\n\n"))),
        JSONMember(name: "renders", value: .texts(["application/json", "text/html"])),
        JSONMember(
          name: "parses",
          value: .texts([
            "application/json", "application/x-www-form-urlencoded", "multipart/form-data",
          ])),
      ]), to: &json)
    return json
  }

  /// The views from the root to this one, with their paths.
  var trail: [(view: RESTView, path: String)] {
    switch self {
    case .root: [(self, RESTPath.base)]
    case .list(let resource): [(.root, RESTPath.base), (self, RESTPath.base + "\(resource)/")]
    case .search: [(.root, RESTPath.base), (self, RESTPath.base + "search/")]
    case .object(let resource, let name):
      RESTView.list(resource).trail + [(self, RESTPath.base + "\(resource)/\(name)/")]
    }
  }
}

extension RESTResource {
  /// One of its objects, as the origin's texts say it.
  var title: String {
    switch self {
    case .packages: "Package"
    case .grids: "Grid"
    case .categories: "Category"
    }
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}
