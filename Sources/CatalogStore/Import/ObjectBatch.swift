import JSON

/// One object of a source, decoded, and where it came from.
struct ArrivedObject {
  let resource: CatalogResource
  let id: Int64
  let position: JSONPosition
  let object: DecodedObject

  /// Names an object that has been decoded.
  init(_ resource: CatalogResource, _ object: DecodedObject, at position: JSONPosition) {
    guard let id = object.id(in: .shape(of: resource)) else {
      preconditionFailure("decoding requires the id")
    }
    self.resource = resource
    self.id = id
    self.position = position
    self.object = object
  }
}

/// The objects that one chunk of a source completes, and why there will be no more, if something is
/// wrong behind them.
struct ObjectBatch {
  private(set) var objects: [ArrivedObject] = []
  var error: ImportError?

  mutating func append(_ object: ArrivedObject) {
    objects.append(object)
  }

  /// Turns packages that come newest first around: rows that are always put in front of all others
  /// leave every page of their table half empty. What objects say does not depend on their order, but
  /// for a slug that is there twice.
  mutating func putInAscendingOrder() {
    var start = objects.startIndex
    while start < objects.endIndex {
      var end = start + 1
      while end < objects.endIndex, objects[end - 1].precedesAsNewer(objects[end]) { end += 1 }
      if end - start > 1 && hasDistinctSlugs(start..<end) { objects[start..<end].reverse() }
      start = end
    }
  }

  private func hasDistinctSlugs(_ range: Range<Int>) -> Bool {
    var slugs: Set<ArraySlice<UInt8>> = []
    return objects[range].allSatisfy { slugs.insert($0.object.packageSlug).inserted }
  }
}

extension ArrivedObject {
  /// Whether both are packages, the next one the older.
  fileprivate func precedesAsNewer(_ next: ArrivedObject) -> Bool {
    resource == .packages && next.resource == .packages && id > next.id
  }
}

extension DecodedObject {
  private static let slug = ObjectShape.packages.index(of: "slug")

  fileprivate var packageSlug: ArraySlice<UInt8> {
    guard case .text(let range) = cells[Self.slug] else { return [] }
    return text[range]
  }
}
