import GraphQLExecution
import GraphQLSchema
import JSON

/// Test data written as JSON.
///
/// Beside plain members an object may have: `__typename` where its type is not the field's own,
/// `__id` to be one object with every other of that id, of which one gives the members. A place with
/// `{"__error": "…"}` fails; `{"__arguments": true}` answers the field's arguments as text.
extension DataObject {
  /// Makes the root object of a data text.
  public convenience init(
    json: String, rootType: TypeID, schema: Schema
  ) throws {
    let data = try DataText(schema: schema, json: parseJSON(json))
    let root = DataText.Shape(json: data.json, type: .named(rootType))
    self.init(schema[rootType].name) { field, arguments in
      try data.value(of: field, in: root, arguments)
    }
  }
}

/// A data text with the objects that have an id.
private struct DataText: Sendable {
  let schema: Schema
  let json: JSONValue
  /// The members of the objects with an id.
  private var members: [JSONValue: JSONValue] = [:]
  /// The objects with an id; each is made once.
  private let identified: IdentifiedObjects

  struct Shape: Sendable {
    let json: JSONValue
    let type: FieldType
  }

  init(schema: Schema, json: JSONValue) {
    self.schema = schema
    self.json = json
    identified = IdentifiedObjects()
    collect(json)
  }

  private mutating func collect(_ json: JSONValue) {
    switch json {
    case .object(let entries):
      if let id = json["__id"], members[id] == nil || entries.count > 1 { members[id] = json }
      for entry in entries { collect(entry.value) }
    case .array(let elements): for element in elements { collect(element) }
    case .null, .boolean, .int, .number, .string: break
    }
  }

  func value(
    of name: String, in object: Shape, _ arguments: [String: InputValue]
  ) throws -> DataValue {
    guard let index = schema.memberIndex(named: name, of: object.type.namedType) else {
      throw FieldError("There is no field \(name)")
    }
    let field = schema[object.type.namedType].fields[index]
    let source = object.json["__id"].flatMap { members[$0] } ?? object.json
    let json = source[name] ?? .null
    if let message = json["__error"], case .string(let message) = message {
      throw FieldError(message)
    }
    if json["__arguments"] != nil {
      let texts = field.arguments.compactMap { argument in
        arguments[argument.name].map { "\(argument.name): \($0.text)" }
      }
      return .leaf(.string(texts.joined(separator: ", ")))
    }
    return value(of: json, as: field.type)
  }

  private func value(of json: JSONValue, as type: FieldType) -> DataValue {
    switch (json, type.nullable) {
    case (.null, _): return .null
    case (.array(let elements), .list(let element)):
      return .list(elements.map { value(of: $0, as: element) })
    case (.object, let named):
      if case .string(let message)? = json["__error"] { return .failure(message) }
      return .object(object(json, as: named))
    case (let leaf, _): return .leaf(leaf)
    }
  }

  private func object(_ json: JSONValue, as type: FieldType) -> DataObject {
    let source = json["__id"].flatMap { members[$0] } ?? json
    var type = type
    if case .string(let name)? = source["__typename"], let id = schema.typeID(named: name) {
      type = .named(id)
    }
    let shape = Shape(json: json, type: type)
    let made = DataObject(schema[type.namedType].name) { field, arguments in
      try value(of: field, in: shape, arguments)
    }
    return json["__id"].map { identified.object(for: $0, otherwise: made) } ?? made
  }
}
