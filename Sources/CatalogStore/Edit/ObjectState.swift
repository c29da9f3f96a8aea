import JSON
import SQLite

/// What an object's fields hold now.
struct ObjectState {
  let id: Int64
  /// 1 for an entity without versions.
  let version: Int64
  /// By place in the table's fields.
  var values: [ColumnValue]
}

extension EditRun {
  /// Reads an object that is there.
  func state(of id: Int64, _ table: EditTable) throws(EditError) -> ObjectState {
    let columns =
      [table.entity.hasVersion ? "version" : "1"] + table.fields.map(\.column)
    let state = try statements.first(
      "SELECT \(columns.joined(separator: ", ")) FROM \(table.entity.table) WHERE id = ?1",
      .integer(id)
    ) { row in
      ObjectState(
        id: id, version: row.integer(at: 0),
        values: table.fields.indices.map { table.fields[$0].value(in: row, at: $0 + 1) })
    }
    guard let state else { throw .notFound(table.entity, .id(id)) }
    return state
  }
}

extension EditableField {
  fileprivate func value(in row: borrowing Statement, at column: Int) -> ColumnValue {
    if row.isNull(at: column) { return .null }
    switch kind {
    case .count, .boolean, .category: return .integer(row.integer(at: column))
    case .title, .slug, .text, .nullableText, .repoURL, .pypiURL, .nullableURL, .time, .counts,
      .participants:
      return ColumnValue(row.text(at: column))
    }
  }

  /// A value as JSON, for the history; ids are texts, as the API has them.
  func json(of value: ColumnValue) -> JSONText {
    switch (value, kind) {
    case (.null, _): .null
    case (.integer(let number), .boolean): number == 0 ? "false" : "true"
    case (.integer(let number), .category): JSONText(id: number)
    case (.integer(let number), _): JSONText("\(number)")
    case (.text(let json), .counts), (.text(let json), .participants): JSONText(json)
    case (.text(let text), _): JSONText(string: text)
    }
  }

  /// The value that a JSON text of the history stands for; nil if it stands for none of the kind.
  func value(of json: JSONText) -> ColumnValue? {
    if json == .null { return .null }
    switch kind {
    case .counts, .participants: return .text(json.text)
    case .boolean: return .boolean(json == "true")
    case .count: return Int64(json.text).map(ColumnValue.integer)
    case .category: return json.string.flatMap { Int64($0) }.map(ColumnValue.integer)
    case .title, .slug, .text, .nullableText, .repoURL, .pypiURL, .nullableURL, .time:
      return json.string.map(ColumnValue.text)
    }
  }
}

/// A finished JSON text; two are the same if their bytes are.
struct JSONText: Hashable, ExpressibleByStringLiteral {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  /// A string.
  init(string: String) {
    var bytes: [UInt8] = []
    appendJSONString(string, to: &bytes)
    self.bytes = bytes
  }

  /// An id, which is written as a string.
  init(id: Int64) {
    self.init("\"\(id)\"")
  }

  /// A list of ids.
  init(ids: [Int64]) {
    self.init("[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]")
  }

  static let null: JSONText = "null"

  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What it holds, if it is a string.
  var string: String? {
    do throws(JSONError) {
      guard case .string(let string) = try parseJSON(bytes) else { return nil }
      return string
    } catch {
      return nil
    }
  }

  /// The ids it holds, if it is a list of them.
  var ids: [Int64]? {
    do throws(JSONError) {
      guard case .array(let elements) = try parseJSON(bytes) else { return nil }
      return elements.compactMap { element in
        guard case .string(let text) = element else { return nil }
        return Int64(text)
      }
    } catch {
      return nil
    }
  }
}
