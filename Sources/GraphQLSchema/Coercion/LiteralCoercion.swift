import GraphQLLanguage

extension Schema {
  /// The value of a literal for a place of a type.
  ///
  /// Nil if the type does not accept the literal, and for a variable that is absent or, at a
  /// non-null place, null. Variables are taken to fit the places where they stand, as validation
  /// makes sure. Spec §3.10 Input Objects, §3.11 List, §3.12 Non-Null, "Input Coercion" in each.
  public func coerceLiteral(
    _ value: NodeIndex<Value>, in document: Document, as type: FieldType,
    variables: VariableValues? = nil
  ) -> InputValue? {
    LiteralCoercion(schema: self, document: document, variables: variables)
      .coerce(document[value], as: type)
  }
}

/// Input coercion of literals. Recurses as deep as the document nests.
struct LiteralCoercion {
  let schema: Schema
  let document: Document
  let variables: VariableValues?

  /// The value of a literal; nil if the type does not accept it, or for an absent variable.
  func coerce(_ value: Value, as type: FieldType) -> InputValue? {
    if case .variable(let name) = value.kind {
      let value = variables?[name, document]
      if case .null? = value, type.isNonNull { return nil }
      return value
    }
    if case .null = value.kind { return type.isNonNull ? nil : .null }
    switch type {
    case .nonNull(let nullable): return coerce(value, as: nullable)
    case .list(let element): return coerceList(value, of: element)
    case .named(let id):
      switch schema[id] {
      case .scalar(let scalar):
        return succeeded { () throws(LeafError) in
          try scalar.coerceLiteral(value, in: document, variables: variables)
        }
      case .enum(let type):
        return succeeded { () throws(LeafError) in try type.coerceLiteral(value, in: document) }
      case .inputObject(let type): return coerceObject(value, as: type, id)
      case .object, .interface, .union: return nil
      }
    }
  }

  private func coerceList(_ value: Value, of element: FieldType) -> InputValue? {
    guard case .list(let items) = value.kind else {
      return coerce(value, as: element).map { .list([$0]) }
    }
    var coerced: [InputValue] = []
    coerced.reserveCapacity(items.count)
    for item in document[items] {
      if let value = coerce(item, as: element) {
        coerced.append(value)
      } else if case .variable = item.kind, !element.isNonNull {
        coerced.append(.null)
      } else {
        return nil
      }
    }
    return .list(coerced)
  }

  private func coerceObject(
    _ value: Value, as type: InputObjectType, _ id: TypeID
  ) -> InputValue? {
    guard case .object(let nodes) = value.kind else { return nil }
    var values: [Value?] = Array(repeating: nil, count: type.fields.count)
    for node in document[nodes] {
      guard let index = schema.memberIndex(named: node.name, in: document, of: id) else {
        return nil
      }
      values[index] = document[node.value]
    }
    var entries: [InputEntry] = []
    for (field, value) in zip(type.fields, values) {
      if let value, !isAbsentVariable(value) {
        guard let coerced = coerce(value, as: field.type) else { return nil }
        entries.append(InputEntry(name: field.name, value: coerced))
      } else if let value = field.defaultValue {
        entries.append(InputEntry(name: field.name, value: value))
      } else if field.isRequired {
        return nil
      }
    }
    if type.isOneOf, nodes.count != 1 || entries.count != 1 || entries[0].value == .null {
      return nil
    }
    return .object(entries)
  }

  private func isAbsentVariable(_ value: Value) -> Bool {
    guard case .variable(let name) = value.kind else { return false }
    return variables?[name, document] == nil
  }
}

/// What a leaf type makes of a value; nil if it does not accept it.
func succeeded(_ coerce: () throws(LeafError) -> InputValue) -> InputValue? {
  do throws(LeafError) {
    return try coerce()
  } catch {
    // Why not is asked separately, and only if someone wants to know.
    return nil
  }
}
