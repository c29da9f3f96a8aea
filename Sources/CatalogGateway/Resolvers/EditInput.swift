import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// An input object of a mutation, or one of those within: reads its fields as the store's edits.
struct EditInput {
  private let value: InputValue
  /// Where it stands, from `input` on.
  private let path: [FieldProblem.PathPart]

  init(_ value: InputValue, path: [FieldProblem.PathPart]) {
    self.value = value
    self.path = path
  }

  /// Whether the mutation is only to be tried.
  var isDryRun: Bool { value["dryRun"] == .boolean(true) }

  /// The version that the client has seen; nil if it does not matter.
  var ifVersion: Int64? { integer("ifVersion") }

  /// A text; nil if it is absent or null.
  func text(_ name: String) -> String? { value.text(name) }

  /// A number; nil if it is absent or null.
  func integer(_ name: String) -> Int64? {
    guard case .int(let number) = value[name] else { return nil }
    return number
  }

  /// A required field that has a plain id.
  func plainID(_ name: String) throws(InputMistake) -> Int64 {
    guard let text = text(name) else { preconditionFailure("The schema requires \(name)") }
    return try id(text, at: path + [.field(name)])
  }

  /// A required field that names an object.
  func reference(_ name: String) throws(InputMistake) -> RecordReference {
    guard let value = value[name] else { preconditionFailure("The schema requires \(name)") }
    return try reference(value, at: path + [.field(name)])
  }

  /// The fields that say what an object is to be, without the one that names it.
  func edits(except target: String? = nil) throws(InputMistake) -> FieldEdits {
    var edits = FieldEdits()
    guard case .object(let entries) = value else { return edits }
    for entry in entries where entry.name != target {
      guard let field = EditField(rawValue: entry.name) else { continue }
      edits[field] = try editValue(entry.value, of: field, at: path + [.field(entry.name)])
    }
    return edits
  }

  /// The edits of each input in a list.
  func edits(ofEach name: String) throws(InputMistake) -> [FieldEdits] {
    guard case .list(let elements) = value[name] else { return [] }
    var all: [FieldEdits] = []
    all.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let input = EditInput(element, path: path + [.field(name), .index(index)])
      all.append(try input.edits())
    }
    return all
  }

  private func editValue(
    _ value: InputValue, of field: EditField, at path: [FieldProblem.PathPart]
  ) throws(InputMistake) -> EditValue {
    switch value {
    case .null: return .null
    case .int(let number): return .integer(number)
    case .boolean(let isTrue): return .boolean(isTrue)
    case .string(let text): return .text(text)
    case .object: return .reference(try reference(value, at: path))
    case .list(let elements): return try list(elements, of: field, at: path)
    // Only custom scalars let these through, and no field takes one of them.
    case .float(let number): return .text("\(number)")
    case .enum(let name): return .text(name)
    }
  }

  private func list(
    _ elements: [InputValue], of field: EditField, at path: [FieldProblem.PathPart]
  ) throws(InputMistake) -> EditValue {
    switch field {
    case .commitsOver52:
      return .integers(
        elements.compactMap { if case .int(let number) = $0 { number } else { nil } })
    case .participants:
      return .texts(
        elements.compactMap { if case .string(let text) = $0 { text } else { nil } })
    default:
      var references: [RecordReference] = []
      for (index, element) in elements.enumerated() {
        references.append(try reference(element, at: path + [.index(index)]))
      }
      return .references(references)
    }
  }

  /// One of the `…Ref` inputs, which the schema gives exactly one entry.
  private func reference(
    _ value: InputValue, at path: [FieldProblem.PathPart]
  ) throws(InputMistake) -> RecordReference {
    if let slug = value.text("slug") { return .slug(slug) }
    guard let text = value.text("id") else {
      throw InputMistake(path: path, message: "must be an object with an id or a slug")
    }
    return .id(try id(text, at: path + [.field("id")]))
  }

  private func id(_ text: String, at path: [FieldProblem.PathPart]) throws(InputMistake) -> Int64 {
    guard let id = CatalogGateway.plainID(text) else {
      throw InputMistake(path: path, message: "must be a whole number, not \"\(text)\"")
    }
    return id
  }
}

/// A value of an input that cannot even be read as an edit. The message is to be read after the path.
struct InputMistake: Error {
  let path: [FieldProblem.PathPart]
  let message: String
}

extension InputValue {
  /// A text of an input object; nil if it is absent or null.
  func text(_ name: String) -> String? {
    guard case .string(let text) = self[name] else { return nil }
    return text
  }
}
