import CatalogStore
import Columns
import GraphQLExecution

/// What a find of REST v4's search has beside the fields of its type.
///
/// The origin makes these for an index of its own; where the catalog lacks what that holds, the value
/// is the one it has for nothing.
func searchItemBindings(of entity: Entity) -> [String: FieldResolver] {
  let common = [
    "uncounted": FieldResolver { call in
      .leaf(.ints(IntColumn(Array(repeating: 0, count: call.count))))
    },
    "unknownTime": FieldResolver { call in .nulls(count: call.count) },
  ]
  let own =
    switch entity {
    case .package: packageItemBindings()
    case .grid: gridItemBindings()
    case .category, .gridPackage, .feature, .element:
      preconditionFailure("search finds packages and grids")
    }
  return common.merging(own) { _, own in own }
}

private func packageItemBindings() -> [String: FieldResolver] {
  [
    "titleWithEmoji": rewritten(PackageColumn.title, appendWithEmoji),
    "descriptionWithEmoji": rewritten(PackageColumn.repoDescription, appendWithEmoji),
    "sitePath": rewritten(PackageColumn.slug) { appendPath("/packages/p/", $0, to: &$1) },
    "itemType": constant("package"),
    "categoryTitle": categoryTitles(),
    "participantText": rewritten(PackageColumn.participants, appendJoined),
  ]
}

private func gridItemBindings() -> [String: FieldResolver] {
  [
    "titleWithEmoji": rewritten(GridColumn.title, appendWithEmoji),
    "descriptionWithEmoji": rewritten(GridColumn.description, appendWithEmoji),
    "sitePath": rewritten(GridColumn.slug) { appendPath("/grids/g/", $0, to: &$1) },
    "itemType": constant("grid"),
    "blank": constant(""),
  ]
}

private func constant(_ text: String) -> FieldResolver {
  FieldResolver { call in
    .leaf(.encoded(EncodedColumn(Array(repeating: text, count: call.count))))
  }
}

/// A column whose cells, finished JSON, are written in another way.
private func rewritten<Column: EntityColumn>(
  _ column: Column, _ rewrite: @escaping @Sendable (ArraySlice<UInt8>, inout [UInt8]) -> Void
) -> FieldResolver {
  FieldResolver(requires: ColumnSet([column]).rawValue) { call in
    guard case .encoded(let cells) = call.records[column] else {
      preconditionFailure("\(column) holds no texts")
    }
    var rewritten = EncodedColumn()
    for row in 0..<cells.count {
      rewritten.append { rewrite(cells.bytes[cells.range(of: row)], &$0) }
    }
    return .leaf(.encoded(rewritten))
  }
}

/// Adds the path of a slug, which is a JSON text, as one.
private func appendPath(
  _ folder: StaticString, _ slug: ArraySlice<UInt8>, to output: inout [UInt8]
) {
  output.append(UInt8(ascii: "\""))
  folder.withUTF8Buffer { output.append(contentsOf: $0) }
  output.append(contentsOf: slug.dropFirst().dropLast())
  output.append(contentsOf: "/\"".utf8)
}

/// Adds the texts of a JSON list as one text, separated by commas.
private func appendJoined(_ list: ArraySlice<UInt8>, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  var isEscaped = false
  for byte in list.dropFirst().dropLast() {
    if byte != UInt8(ascii: "\"") || isEscaped { output.append(byte) }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
  }
  output.append(UInt8(ascii: "\""))
}

/// The titles of the packages' categories, in one lookup; empty for a category that is not here.
private func categoryTitles() -> FieldResolver {
  FieldResolver(requires: ColumnSet([PackageColumn.categoryLink]).rawValue) { call in
    guard case .ints(let ids) = call.records[PackageColumn.categoryLink] else {
      preconditionFailure("categoryLink holds no ids")
    }
    let (categories, rows) = try call.catalog.records(
      .category, ids: ids.values, columns: ColumnSet([CategoryColumn.title]))
    guard
      case .encoded(let titles)? = categories.columns.isEmpty
        ? nil : categories[CategoryColumn.title]
    else { return .leaf(.encoded(EncodedColumn(Array(repeating: "", count: rows.count)))) }
    var column = EncodedColumn()
    for row in rows {
      column.append { output in
        output.append(
          contentsOf: row < 0
            ? Array("\"\"".utf8)[...] : titles.bytes[titles.range(of: Int(row))])
      }
    }
    return .leaf(.encoded(column))
  }
}
