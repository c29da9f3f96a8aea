import CatalogStore

/// A global object id: the type's name and the plain id, in Base64 (RFC 4648 §4), so that clients
/// treat it as opaque.
struct NodeID: Equatable {
  let entity: Entity
  let id: Int64

  init(entity: Entity, id: Int64) {
    self.entity = entity
    self.id = id
  }

  /// Reads a global id; nil if it is none of ours.
  init?(_ text: String) {
    guard let bytes = decodeBase64(text),
      let separator = bytes.firstIndex(of: UInt8(ascii: ":")),
      let entity = Entity(typeName: String(decoding: bytes[..<separator], as: UTF8.self)),
      let id = plainID(String(decoding: bytes[(separator + 1)...], as: UTF8.self))
    else { return nil }
    self.init(entity: entity, id: id)
  }

  var text: String { encodeBase64(Array("\(entity.typeName):\(id)".utf8)) }
}

extension Entity {
  /// The name of the entity's type in the schema.
  var typeName: String {
    switch self {
    case .package: "Package"
    case .grid: "Grid"
    case .category: "Category"
    case .gridPackage: "GridPackage"
    case .feature: "Feature"
    case .element: "Element"
    }
  }

  init?(typeName: String) {
    guard let entity = Entity.allCases.first(where: { $0.typeName == typeName }) else { return nil }
    self = entity
  }
}

/// A plain id: decimal digits and nothing else; nil for any other text, which then finds nothing.
func plainID(_ text: String) -> Int64? {
  guard !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
    return nil
  }
  return Int64(text)
}
