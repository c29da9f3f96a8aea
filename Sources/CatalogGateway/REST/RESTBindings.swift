import CatalogStore
import Columns
import GraphQLExecution
import GraphQLSchema
import JSON

/// The fields of RestV4.graphql with their resolvers.
func restBindings(_ schema: Schema) -> [FieldCoordinate: FieldResolver] {
  let types: [(String, [String: FieldResolver])] = [
    ("Query", ["finds": search(schema, similar: true)]),
    ("Query", pageBindings()),
    ("PackagePage", pageFieldBindings()),
    ("GridPage", pageFieldBindings()),
    ("CategoryPage", pageFieldBindings()),
    ("Package", restPackageBindings()),
    ("Grid", restGridBindings()),
    ("Category", ["number": numbers()]),
    ("Package", searchItemBindings(of: .package)),
    ("Grid", searchItemBindings(of: .grid)),
  ]
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for (type, fields) in types {
    for (field, resolver) in fields { bindings[FieldCoordinate(type, field)] = resolver }
  }
  return bindings
}

private func restPackageBindings() -> [String: FieldResolver] {
  [
    "number": numbers(),
    "categoryLink": FieldResolver(requires: ColumnSet([PackageColumn.categoryLink]).rawValue) {
      call in .leaf(.encoded(LinkWriter(to: .categories, call.arguments).links(call.records)))
    },
    "gridLinks": links(.gridsOfPackage, to: .grids),
    "storedRepoUrl": column(PackageColumn.storedRepoURL),
    "storedPypiUrl": column(PackageColumn.storedPypiURL),
    "storedDocumentationUrl": column(PackageColumn.storedDocumentationURL),
  ]
}

private func restGridBindings() -> [String: FieldResolver] {
  [
    "number": numbers(),
    "packageLinks": links(.packagesOfGrid, to: .packages),
  ]
}

/// The plain id, as a number.
private func numbers() -> FieldResolver {
  FieldResolver { call in .leaf(.ints(IntColumn(call.records.ids))) }
}

/// The links of a list of members, in one lookup: a finished JSON list for each record.
private func links(_ relation: Relation, to resource: RESTResource) -> FieldResolver {
  FieldResolver { call in
    let members = try call.catalog.memberIDs(relation, of: call.records.ids)
    let writer = LinkWriter(to: resource, call.arguments)
    var column = EncodedColumn()
    column.reserve(
      rows: members.ends.count, bytes: members.ids.count * (writer.linkBytes + 1) + 2 * call.count)
    for parent in members.ends.indices {
      column.append { writer.appendList(members[parent], to: &$0) }
    }
    return .leaf(.encoded(column))
  }
}

/// Writes links to the objects of one resource as JSON.
private struct LinkWriter {
  /// What stands before the id, its quote included.
  private var start: [UInt8] = []
  private var end: [UInt8] = []

  init(to resource: RESTResource, _ arguments: ArgumentValues) {
    appendJSONString("\(arguments.text("base") ?? "")\(resource.rawValue)/", to: &start)
    start.removeLast()
    appendJSONString(arguments.text("suffix") ?? "", to: &end)
    end.removeFirst()
  }

  /// How long a link is, more or less.
  var linkBytes: Int { start.count + 4 + end.count }

  func append(_ id: Int64, to output: inout [UInt8]) {
    output.append(contentsOf: start)
    appendJSONNumber(id, to: &output)
    output.append(contentsOf: end)
  }

  func appendList(_ ids: ArraySlice<Int64>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, id) in ids.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(id, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// The links to packages' categories.
  func links(_ packages: RecordBatch) -> EncodedColumn {
    guard case .ints(let ids) = packages[PackageColumn.categoryLink] else {
      preconditionFailure("categoryLink holds no ids")
    }
    var column = EncodedColumn()
    column.reserve(rows: ids.values.count, bytes: ids.values.count * linkBytes)
    for (row, id) in ids.values.enumerated() {
      if ids.nulls[row] { column.appendNull() } else { column.append { append(id, to: &$0) } }
    }
    return column
  }
}
