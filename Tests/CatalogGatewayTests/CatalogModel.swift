import Foundation
import GraphQLExecution
import GraphQLSchema
import JSON
import TestSupport

/// A catalog read from its export and answered naively, object by object, in memory.
///
/// Nothing has been edited. Fields that no naive reading gives are left out: cursors, search, history.
struct CatalogModel: Sendable {
  /// The objects of each resource by id.
  private var objects: [String: [Int64: JSONValue]] = [:]

  /// Reads an export: a line an object.
  init(export: String) throws {
    for line in export.split(separator: "\n") {
      let json = try parseJSON(String(line))
      guard case .string(let resource)? = json["resource"], let object = json["object"],
        case .int(let id)? = object["id"]
      else { throw FieldError("A line of the export is no object") }
      objects[resource, default: [:]][id] = object
    }
  }

  /// The object that queries start at.
  var query: DataObject {
    DataObject("Query") { field, arguments in
      switch field {
      case "package": one("packages", arguments, package)
      case "grid": one("grids", arguments, grid)
      case "category": one("categories", arguments, category)
      case "packages": page(ids("packages"), "packages", arguments, package)
      case "grids": page(ids("grids"), "grids", arguments, grid)
      case "categories": .list(ids("categories").map(category))
      case "packagesConnection":
        connection(ids("packages"), "Package", arguments, defaultCount: 20, package)
      case "gridsConnection":
        connection(ids("grids"), "Grid", arguments, defaultCount: 20, grid)
      case "catalog": .object(catalog)
      default: throw FieldError("Query.\(field) is not modelled")
      }
    }
  }

  private var catalog: DataObject {
    DataObject("Catalog") { field, _ in
      switch field {
      case "packageCount": .leaf(.int(Int64(ids("packages").count)))
      case "gridCount": .leaf(.int(Int64(ids("grids").count)))
      case "categoryCount": .leaf(.int(Int64(ids("categories").count)))
      default: throw FieldError("Catalog.\(field) is not modelled")
      }
    }
  }

  private func package(_ id: Int64) -> DataValue {
    record("packages", id, "Package") { object, field, arguments in
      switch field {
      case "category":
        return links(object["category"]).first.map(category) ?? .null
      case "grids": return page(links(object["grids"]), "grids", arguments, grid)
      case "gridCount": return .leaf(.int(Int64(links(object["grids"]).count)))
      case "gridPackages":
        return .list(links(object["grids"]).flatMap { rows(grid: $0, package: id) })
      case "repoUrl", "pypiUrl", "documentationUrl":
        let value = object[restName(field)] ?? .null
        return .leaf(value == .string("") ? .null : value)
      case "pypiName": return .leaf(pypiName(object["pypi_url"]))
      case "commitsOver52", "participants":
        guard case .array(let values)? = object[restName(field)] else { return .null }
        return .list(values.map { .leaf($0) })
      default: return nil
      }
    }
  }

  private func grid(_ id: Int64) -> DataValue {
    record("grids", id, "Grid") { object, field, arguments in
      let packages = links(object["packages"])
      switch field {
      case "packages": return page(packages, "packages", arguments, package)
      case "packageCount": return .leaf(.int(Int64(packages.count)))
      case "packagesConnection":
        return connection(packages, "Package", arguments, package)
      case "features": return .list(ids("features", where: "grid_id", id).reversed().map(feature))
      case "gridPackages": return .list(packages.flatMap { rows(grid: id, package: $0) })
      default: return nil
      }
    }
  }

  private func category(_ id: Int64) -> DataValue {
    record("categories", id, "Category") { _, field, arguments in
      let packages = ids("packages").filter {
        links(objects["packages"]?[$0]?["category"]) == [id]
      }
      switch field {
      case "packages": return page(packages, "packages", arguments, package)
      case "packageCount": return .leaf(.int(Int64(packages.count)))
      case "packagesConnection": return connection(packages, "Package", arguments, package)
      default: return nil
      }
    }
  }

  private func gridPackage(_ id: Int64) -> DataValue {
    record("grid_packages", id, "GridPackage") { object, field, _ in
      switch field {
      case "grid": return reference(object["grid_id"], grid)
      case "package": return reference(object["package_id"], package)
      case "elements": return elements(where: "grid_package_id", id, cell: "feature_id")
      default: return nil
      }
    }
  }

  private func feature(_ id: Int64) -> DataValue {
    record("features", id, "Feature") { object, field, _ in
      switch field {
      case "grid": return reference(object["grid_id"], grid)
      case "elements": return elements(where: "feature_id", id, cell: "grid_package_id")
      default: return nil
      }
    }
  }

  private func element(_ id: Int64) -> DataValue {
    record("elements", id, "Element") { object, field, _ in
      switch field {
      case "feature": return reference(object["feature_id"], feature)
      case "gridPackage": return reference(object["grid_package_id"], gridPackage)
      default: return nil
      }
    }
  }

  // MARK: Records and relations

  /// An object whose fields are those of its REST form, unless `resolve` says otherwise.
  private func record(
    _ resource: String, _ id: Int64, _ typeName: String,
    resolve: @escaping @Sendable (JSONValue, String, [String: InputValue]) -> DataValue?
  ) -> DataValue {
    guard let object = objects[resource]?[id] else { return .null }
    return .object(
      DataObject(typeName) { field, arguments in
        if let value = resolve(object, field, arguments) { return value }
        switch field {
        case "id": return .leaf(.string("\(id)"))
        case "version": return .leaf(.int(1))
        case "nodeId":
          return .leaf(.string(Data("\(typeName):\(id)".utf8).base64EncodedString()))
        default: return .leaf(object[restName(field)] ?? .null)
        }
      })
  }

  /// The ids of a resource, newest first.
  private func ids(_ resource: String) -> [Int64] {
    (objects[resource] ?? [:]).keys.sorted(by: >)
  }

  private func ids(_ resource: String, where field: String, _ value: Int64) -> [Int64] {
    ids(resource).filter { objects[resource]?[$0]?[field] == .int(value) }
  }

  private func links(_ json: JSONValue?) -> [Int64] {
    switch json {
    case .string(let link): link.split(separator: "/").last.flatMap { Int64($0) }.map { [$0] } ?? []
    case .array(let values): values.flatMap { links($0) }
    default: []
    }
  }

  private func rows(grid: Int64, package: Int64) -> [DataValue] {
    ids("grid_packages", where: "grid_id", grid)
      .filter { objects["grid_packages"]?[$0]?["package_id"] == .int(package) }.map(gridPackage)
  }

  /// Newest first, and of several in one cell only the newest.
  private func elements(where field: String, _ id: Int64, cell: String) -> DataValue {
    var seen: Set<JSONValue> = []
    return .list(
      ids("elements", where: field, id)
        .filter { seen.insert(objects["elements"]?[$0]?[cell] ?? .null).inserted }
        .map(element))
  }

  private func reference(
    _ id: JSONValue?, _ make: (Int64) -> DataValue
  ) -> DataValue {
    guard case .int(let id)? = id else { return .null }
    return make(id)
  }

  private func one(
    _ resource: String, _ arguments: [String: InputValue], _ make: (Int64) -> DataValue
  ) -> DataValue {
    if case .string(let id)? = arguments["id"] { return Int64(id).map(make) ?? .null }
    guard case .string(let slug)? = arguments["slug"] else { return .null }
    return ids(resource).first { objects[resource]?[$0]?["slug"] == .string(slug) }.map(make)
      ?? .null
  }

  // MARK: Lists

  private func page(
    _ all: [Int64], _ resource: String, _ arguments: [String: InputValue],
    _ make: (Int64) -> DataValue
  ) -> DataValue {
    let selected = select(all, resource, arguments).dropFirst(count("offset", arguments) ?? 0)
    return .list(selected.prefix(count("first", arguments) ?? .max).map(make))
  }

  private func connection(
    _ all: [Int64], _ typeName: String, _ arguments: [String: InputValue],
    defaultCount: Int? = nil, _ make: @escaping @Sendable (Int64) -> DataValue
  ) -> DataValue {
    let selected = select(all, typeName == "Package" ? "packages" : "grids", arguments)
    let last = count("last", arguments)
    let size = count("first", arguments) ?? last ?? defaultCount ?? .max
    let nodes = (last == nil ? selected.prefix(size) : selected.suffix(size)).map(make)
    let isCut = selected.count > nodes.count
    return .object(
      DataObject("\(typeName)Connection") { field, _ in
        switch field {
        case "nodes": .list(nodes)
        case "edges":
          .list(nodes.map { node in .object(DataObject("\(typeName)Edge") { _, _ in node }) })
        case "totalCount": .leaf(.int(Int64(selected.count)))
        default:
          .object(
            DataObject("PageInfo") { field, _ in
              .leaf(.boolean(isCut && (field == "hasNextPage") == (last == nil)))
            })
        }
      })
  }

  private func count(_ name: String, _ arguments: [String: InputValue]) -> Int? {
    guard case .int(let count)? = arguments[name] else { return nil }
    return Int(count)
  }

  /// Applies `filter: {repoWatchers: {gte: …}}` and `orderBy`.
  private func select(
    _ all: [Int64], _ resource: String, _ arguments: [String: InputValue]
  ) -> [Int64] {
    var selected = all
    if case .int(let least)? = arguments["filter"]?["repoWatchers"]?["gte"] {
      selected = selected.filter { id in
        guard case .int(let watchers)? = objects[resource]?[id]?["repo_watchers"] else {
          return false
        }
        return watchers >= least
      }
    }
    guard case .list(let terms)? = arguments["orderBy"], !terms.isEmpty else { return selected }
    return selected.sorted { left, right in
      for case .object(let entries) in terms {
        let name = restName(entries[0].name)
        let values = [left, right].map { objects[resource]?[$0]?[name] ?? .null }
        if values[0] == values[1] { continue }
        return precedes(values[0], values[1]) == (entries[0].value == .enum("ASC"))
      }
      return left < right
    }
  }

  private func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): left < right
    case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: false
    }
  }
}

/// The REST form of a field's name: `repoWatchers` is `repo_watchers`.
private func restName(_ field: String) -> String {
  if field == "commitsOver52" { return "commits_over_52" }
  return field.reduce(into: "") { name, character in
    if character.isUppercase { name += "_" }
    name += character.lowercased()
  }
}

private func pypiName(_ url: JSONValue?) -> JSONValue {
  guard case .string(let url)? = url else { return .null }
  let parts = url.split(separator: "/")
  if parts.count == 1 { return .string(url) }
  guard let parent = parts.firstIndex(where: { ["project", "pypi"].contains($0) }),
    parent + 1 < parts.count
  else { return .null }
  return .string(String(parts[parent + 1]))
}
