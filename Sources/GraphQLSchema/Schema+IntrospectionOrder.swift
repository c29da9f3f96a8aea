extension Schema {
  /// All types in the order in which introspection lists them: the schema's own in source order,
  /// each followed by the built-in scalars that it is the first to refer to, then what else is
  /// built in. Spec §4.2.1 The __Schema Type leaves the order open; this is the reference
  /// implementation's.
  public var typesInIntrospectionOrder: [TypeID] {
    var order = IntrospectionOrder(schema: self)
    let own = types.indices.map { TypeID($0) }.filter { !self[$0].isBuiltIn }
    own.forEach { order.reserve($0) }
    for type in own {
      order.ids.append(type)
      order.listReferences(of: self[type])
    }
    for directive in directives { order.list(directive.arguments) }
    if let schemaType = typeID(named: "__Schema") { order.list(schemaType) }
    return order.ids
  }
}

/// The types listed so far, each before those that only it refers to.
private struct IntrospectionOrder {
  let schema: Schema
  var ids: [TypeID] = []
  private var isListed: [Bool]

  init(schema: Schema) {
    self.schema = schema
    isListed = schema.types.map { _ in false }
  }

  /// Leaves a type to be listed by the caller.
  mutating func reserve(_ id: TypeID) {
    isListed[id.index] = true
  }

  /// Recurses as deep as the built-in types refer to each other.
  mutating func list(_ id: TypeID) {
    guard !isListed[id.index] else { return }
    reserve(id)
    ids.append(id)
    listReferences(of: schema[id])
  }

  mutating func listReferences(of type: NamedType) {
    for field in type.fields {
      list(field.type.namedType)
      list(field.arguments)
    }
    list(type.inputFields)
  }

  mutating func list(_ inputs: [InputField]) {
    for input in inputs { list(input.type.namedType) }
  }
}

extension NamedType {
  /// Whether the specification defines the type.
  fileprivate var isBuiltIn: Bool { isIntrospectionType || isBuiltInScalar }
}
