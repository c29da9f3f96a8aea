import CatalogStore
import JSON

/// A record's place in an ordered list as a cursor: the kind of list, the values, the id.
///
/// Opaque for clients: Base64 of a JSON array. A cursor is refused in a list of other records or with
/// another order.
extension Keyset {
  /// The cursor of the place in a list.
  func cursor(in list: ListKind) -> String {
    var bytes: [UInt8] = []
    let values = [JSONValue.string(list.signature), .int(id)] + values.map(\.json)
    appendJSON(.array(values), to: &bytes)
    return encodeBase64(bytes)
  }

  /// Reads a cursor; nil if it is none of such a list. Whether it has a value for each of the order's
  /// terms, the store knows: it leaves out what comes after the id.
  init?(cursor: String, in list: ListKind) {
    guard let bytes = decodeBase64(cursor), let json = Self.json(bytes),
      case .array(let parts) = json, parts.count >= 2, parts[0] == .string(list.signature),
      case .int(let id) = parts[1]
    else { return nil }
    var values: [ColumnValue] = []
    for part in parts[2...] {
      switch part {
      case .null: values.append(.null)
      case .int(let number): values.append(.integer(number))
      case .string(let text): values.append(.text(text))
      case .boolean, .number, .array, .object: return nil
      }
    }
    self.init(values: values, id: id)
  }

  private static func json(_ bytes: [UInt8]) -> JSONValue? {
    do throws(JSONError) {
      return try parseJSON(bytes)
    } catch {
      // Why it is no JSON helps nobody: the client did not write it.
      return nil
    }
  }
}

/// What the cursors of a list belong to: its records and its order.
struct ListKind {
  let entity: Entity
  let order: [OrderTerm]

  /// Made of names, so that it keeps its meaning when columns are added.
  fileprivate var signature: String {
    order.reduce(into: entity.typeName) { signature, term in
      signature += " \(term.descending ? "-" : "")\(term.column.name)"
    }
  }
}

extension ColumnValue {
  fileprivate var json: JSONValue {
    switch self {
    case .null: .null
    case .integer(let number): .int(number)
    case .text(let text): .string(text)
    }
  }
}
