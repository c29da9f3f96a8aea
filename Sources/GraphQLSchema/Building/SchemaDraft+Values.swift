import GraphQLLanguage

/// The last steps of building, for which the schema must be known to be sound.
extension SchemaDraft {
  /// Coerces all default values. Spec §3.6.1 Field Arguments, §3.10 Input Objects.
  ///
  /// `order` has the fields of input object types that have a default, each after those whose
  /// defaults are parts of its own.
  mutating func coerceDefaultValues(inOrder order: [InputFieldID]) {
    for id in schema.types.indices.map({ TypeID($0) }) {
      guard case .inputObject(var type) = schema[id] else { continue }
      let nodes = inputFieldNodes(of: id)
      for (index, node) in nodes.enumerated() where !isInputObject(type.fields[index].type) {
        type.fields[index].defaultValue = value(of: node, as: type.fields[index].type, in: document)
      }
      schema.types[id.index] = .inputObject(type)
    }
    var nodes: [TypeID: [InputValueDefinition]] = [:]
    for field in order {
      let fields = nodes[field.type] ?? inputFieldNodes(of: field.type)
      nodes[field.type] = fields
      let type = schema[field.type].inputFields[field.index].type
      schema.types[field.type.index].setDefaultValue(
        value(of: fields[field.index], as: type, in: document), at: field.index)
    }
    for id in schema.types.indices.map({ TypeID($0) }) { coerceArgumentDefaults(of: id) }
    // On a copy, since coercing looks at the schema; otherwise each step would make one.
    var directives = schema.directives
    for (index, node) in directiveNodes.enumerated() {
      guard let node else { continue }
      coerceDefaults(of: &directives[index].arguments, from: node.arguments, in: document)
    }
    schema.directives = directives
  }

  private mutating func coerceArgumentDefaults(of id: TypeID) {
    let nodes = fieldNodes(of: id)
    let document = document(of: id)
    switch schema[id] {
    case .object(var type):
      for (index, node) in nodes.enumerated() {
        coerceDefaults(of: &type.fields[index].arguments, from: node.arguments, in: document)
      }
      schema.types[id.index] = .object(type)
    case .interface(var type):
      for (index, node) in nodes.enumerated() {
        coerceDefaults(of: &type.fields[index].arguments, from: node.arguments, in: document)
      }
      schema.types[id.index] = .interface(type)
    case .scalar, .union, .enum, .inputObject: break
    }
  }

  private func coerceDefaults(
    of arguments: inout [InputField], from nodes: NodeRange<InputValueDefinition>,
    in document: Document
  ) {
    for (index, node) in document[nodes].enumerated() where node.defaultValue != nil {
      arguments[index].defaultValue = value(of: node, as: arguments[index].type, in: document)
    }
  }

  private func value(
    of node: InputValueDefinition, as type: FieldType, in document: Document
  ) -> InputValue? {
    node.defaultValue.flatMap { schema.coerceLiteral($0, in: document, as: type) }
  }

  private func isInputObject(_ type: FieldType) -> Bool {
    if case .inputObject = schema[type.namedType] { true } else { false }
  }

  /// Keeps with each field the directives on its definition. Spec §3.13 Directives.
  ///
  /// Arguments that do not fit are left out, as the reference implementation ignores them.
  mutating func applyDirectives() {
    for id in schema.types.indices.map({ TypeID($0) }) where !typeSources[id.index].isBuiltIn {
      let applied = fieldNodes(of: id).map { appliedDirectives($0.directives) }
      switch schema[id] {
      case .object(var type):
        for index in applied.indices { type.fields[index].appliedDirectives = applied[index] }
        schema.types[id.index] = .object(type)
      case .interface(var type):
        for index in applied.indices { type.fields[index].appliedDirectives = applied[index] }
        schema.types[id.index] = .interface(type)
      case .scalar, .union, .enum, .inputObject: break
      }
    }
  }

  /// Makes the list of all fields, which must be complete.
  mutating func listFields() {
    schema.fieldTable = FieldTable(types: schema.types, metaFields: schema.index.metaFields)
  }

  private func appliedDirectives(_ directives: NodeRange<Directive>) -> [AppliedDirective] {
    document[directives].compactMap { node in
      guard let directive = schema.directive(named: node.name, in: document) else { return nil }
      let entries = directive.arguments.compactMap { definition -> InputEntry? in
        let argument = document[node.arguments].first {
          $0.name.isText(definition.name, in: document)
        }
        let value =
          argument.map { schema.coerceLiteral($0.value, in: document, as: definition.type) }
          ?? definition.defaultValue
        return value.map { InputEntry(name: definition.name, value: $0) }
      }
      return AppliedDirective(name: directive.name, arguments: entries)
    }
  }
}

extension NamedType {
  /// Gives a field of an input object type its default, without a copy of the others.
  fileprivate mutating func setDefaultValue(_ value: InputValue?, at field: Int) {
    guard case .inputObject(var type) = self else { return }
    // Lets go of the fields here, so that `type` is their only owner.
    self = .union(UnionType(name: type.name, description: nil, memberTypes: []))
    type.fields[field].defaultValue = value
    self = .inputObject(type)
  }
}
