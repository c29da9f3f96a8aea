import GraphQLLanguage
import JSON

/// Input coercion of JSON values. Recurses as deep as the JSON and the type nest.
struct JSONCoercion {
  let schema: Schema

  /// The value of JSON for a place of a type; nil if the type does not accept it.
  func coerce(_ value: JSONValue, as type: FieldType) -> InputValue? {
    if case .null = value { return type.isNonNull ? nil : .null }
    switch type {
    case .nonNull(let nullable): return coerce(value, as: nullable)
    case .list(let element):
      guard case .array(let items) = value else {
        return coerce(value, as: element).map { .list([$0]) }
      }
      var coerced: [InputValue] = []
      coerced.reserveCapacity(items.count)
      for item in items {
        guard let value = coerce(item, as: element) else { return nil }
        coerced.append(value)
      }
      return .list(coerced)
    case .named(let id):
      switch schema[id] {
      case .scalar(let type):
        return succeeded { () throws(LeafError) in try type.coerceInput(value) }
      case .enum(let type):
        return succeeded { () throws(LeafError) in try type.coerceInput(value) }
      case .inputObject(let type): return coerceObject(value, as: type, id)
      case .object, .interface, .union: return nil
      }
    }
  }

  private func coerceObject(
    _ value: JSONValue, as type: InputObjectType, _ id: TypeID
  ) -> InputValue? {
    guard case .object(let members) = value else { return nil }
    var values: [JSONValue?] = Array(repeating: nil, count: type.fields.count)
    for member in members {
      guard let index = schema.memberIndex(named: member.name, of: id) else { return nil }
      values[index] = member.value
    }
    var entries: [InputEntry] = []
    for (field, value) in zip(type.fields, values) {
      if let value {
        guard let coerced = coerce(value, as: field.type) else { return nil }
        entries.append(InputEntry(name: field.name, value: coerced))
      } else if let value = field.defaultValue {
        entries.append(InputEntry(name: field.name, value: value))
      } else if field.isRequired {
        return nil
      }
    }
    if type.isOneOf, entries.count != 1 || entries[0].value == .null { return nil }
    return .object(entries)
  }
}

/// Collects what is wrong with a JSON value. Recurses as deep as the JSON and the type nest.
struct JSONProblems {
  let schema: Schema
  let limit: Int
  private(set) var problems: [InputProblem] = []
  private var path: [GraphQLError.PathSegment] = []

  init(schema: Schema, limit: Int) {
    self.schema = schema
    self.limit = limit
  }

  /// Checks a value; nil is an absent one.
  mutating func check(_ value: JSONValue?, as type: FieldType) {
    guard problems.count < limit else { return }
    guard let value else {
      if type.isNonNull {
        report("Expected a value of non-null type \"\(schema.text(of: type))\" to be provided.")
      }
      return
    }
    if case .null = value {
      if type.isNonNull { report(InputSentence.nullForNonNull(schema.text(of: type))) }
      return
    }
    switch type {
    case .nonNull(let nullable): check(value, as: nullable)
    case .list(let element):
      guard case .array(let items) = value else {
        check(value, as: element)
        return
      }
      for (index, item) in items.enumerated() {
        path.append(.index(index))
        check(item, as: element)
        path.removeLast()
      }
    case .named(let id): checkNamed(value, as: id)
    }
  }

  private mutating func checkNamed(_ value: JSONValue, as id: TypeID) {
    do throws(LeafError) {
      switch schema[id] {
      case .scalar(let type): _ = try type.coerceInput(value)
      case .enum(let type): _ = try type.coerceInput(value)
      case .inputObject(let type): checkObject(value, as: type, id)
      case .object, .interface, .union: break
      }
    } catch {
      report(error.message)
    }
  }

  private mutating func checkObject(_ value: JSONValue, as type: InputObjectType, _ id: TypeID) {
    guard case .object(let members) = value else {
      report(InputSentence.notAnObject(type.name, found: inspect(value)))
      return
    }
    var given: [JSONValue?] = Array(repeating: nil, count: type.fields.count)
    var known: [JSONMember] = []
    var unknown: [String] = []
    for member in members {
      if let index = schema.memberIndex(named: member.name, of: id) {
        if given[index] == nil { known.append(member) }
        given[index] = member.value
      } else {
        unknown.append(member.name)
      }
    }
    for (field, value) in zip(type.fields, given) {
      if let value {
        path.append(.name(field.name))
        check(value, as: field.type)
        path.removeLast()
      } else if field.isRequired {
        report(InputSentence.missingField(type.name, field.name, found: inspect(.object(members))))
      }
    }
    for name in unknown where problems.count < limit {
      report(InputSentence.unknownField(type, name, found: inspect(value)))
    }
    if type.isOneOf { checkOneOf(known, of: type) }
  }

  private mutating func checkOneOf(_ known: [JSONMember], of type: InputObjectType) {
    if known.count != 1 { report(InputSentence.notExactlyOne(type.name)) }
    if let first = known.first, first.value == .null {
      path.append(.name(first.name))
      report(InputSentence.notExactlyOne(type.name))
      path.removeLast()
    }
  }

  private mutating func report(_ message: String) {
    guard problems.count < limit else { return }
    problems.append(InputProblem(message: message, path: path, range: nil))
  }
}
