import GraphQLLanguage

/// Types do what their interfaces promise. Spec §3.6 Objects, IsValidImplementation; §3.7
/// Interfaces.
extension TypeSystemRules {
  mutating func checkInterfaces(of id: TypeID) {
    let name = schema[id].name
    for interface in schema[id].interfaces { implementers[interface.index] = id }
    var seen: Set<TypeID> = []
    for interface in schema[id].interfaces where !errors.isAborted {
      let interfaceName = schema[interface].name
      guard case .interface = schema[interface] else {
        errors.report(
          "Type \(name) must only implement Interface types, it cannot implement "
            + "\(interfaceName).",
          at: implementsPlaces(of: interface, in: id))
        continue
      }
      if interface == id {
        errors.report(
          "Type \(name) cannot implement itself because it would create a circular reference.",
          at: implementsPlaces(of: interface, in: id))
      }
      guard seen.insert(interface).inserted else {
        errors.report(
          "Type \(name) can only implement \(interfaceName) once.",
          at: implementsPlaces(of: interface, in: id))
        continue
      }
      checkAncestors(of: id, through: interface)
      checkImplementation(of: interface, by: id)
    }
  }

  private mutating func checkAncestors(of id: TypeID, through interface: TypeID) {
    let name = schema[id].name
    let interfaceName = schema[interface].name
    for ancestor in schema[interface].interfaces where implementers[ancestor.index] != id {
      errors.report(
        ancestor == id
          ? "Type \(name) cannot implement \(interfaceName) because it would create a "
            + "circular reference."
          : "Type \(name) must implement \(schema[ancestor].name) because it is implemented "
            + "by \(interfaceName).",
        at: implementsPlaces(of: ancestor, in: interface) + implementsPlaces(of: interface, in: id))
    }
  }

  private mutating func checkImplementation(of interface: TypeID, by id: TypeID) {
    let interfaceName = schema[interface].name
    let fields = schema[id].fields
    let fieldNodes = draft.fieldNodes(of: id)
    for (promised, promisedNode) in zip(schema[interface].fields, draft.fieldNodes(of: interface)) {
      guard let index = schema.memberIndex(named: promised.name, of: id) else {
        errors.report(
          "Interface field \(interfaceName).\(promised.name) expected but \(schema[id].name) does "
            + "not provide it.",
          at: [promisedNode.range.start] + places(of: id))
        continue
      }
      let pair = FieldPair(
        interface: interfaceName, type: schema[id].name, promised: promised,
        promisedNode: promisedNode, field: fields[index], node: fieldNodes[index])
      checkFieldType(pair)
      checkPromisedArguments(pair)
      checkAdditionalArguments(pair)
      checkDeprecation(pair)
    }
  }

  /// A field of an interface, and the one that implements it.
  private struct FieldPair {
    let interface: String
    let type: String
    let promised: OutputField
    let promisedNode: FieldDefinition
    let field: OutputField
    let node: FieldDefinition
  }

  private mutating func checkFieldType(_ pair: FieldPair) {
    guard !schema.isSubtype(pair.field.type, of: pair.promised.type) else { return }
    errors.report(
      "Interface field \(pair.interface).\(pair.promised.name) expects type "
        + "\(schema.text(of: pair.promised.type)) but \(pair.type).\(pair.field.name) is type "
        + "\(schema.text(of: pair.field.type)).",
      at: [place(of: pair.promisedNode.type), place(of: pair.node.type)])
  }

  private mutating func checkPromisedArguments(_ pair: FieldPair) {
    let document = draft.document
    let field = pair.promised.name
    for (promised, promisedNode) in zip(
      pair.promised.arguments, document[pair.promisedNode.arguments])
    {
      let start =
        "Interface field argument \(pair.interface).\(field)(\(promised.name):) "
      guard
        let (argument, node) = zip(pair.field.arguments, document[pair.node.arguments])
          .first(where: { $0.0.name == promised.name })
      else {
        errors.report(
          start + "expected but \(pair.type).\(field) does not provide it.",
          at: [promisedNode.range.start, pair.node.range.start])
        continue
      }
      if argument.type != promised.type {
        errors.report(
          start + "expects type \(schema.text(of: promised.type)) but "
            + "\(pair.type).\(field)(\(promised.name):) is type "
            + "\(schema.text(of: argument.type)).",
          at: [place(of: promisedNode.type), place(of: node.type)])
      }
    }
  }

  private mutating func checkAdditionalArguments(_ pair: FieldPair) {
    for (argument, node) in zip(pair.field.arguments, draft.document[pair.node.arguments])
    where argument.isRequired
      && !pair.promised.arguments.contains(where: { $0.name == argument.name })
    {
      errors.report(
        "Argument \"\(pair.type).\(pair.field.name)(\(argument.name):)\" must not be required type "
          + "\"\(schema.text(of: argument.type))\" if not provided by the Interface field "
          + "\"\(pair.interface).\(pair.promised.name)\".",
        at: [node.range.start, pair.promisedNode.range.start])
    }
  }

  private mutating func checkDeprecation(_ pair: FieldPair) {
    guard pair.field.deprecationReason != nil, pair.promised.deprecationReason == nil else {
      return
    }
    errors.report(
      "Interface field \(pair.interface).\(pair.promised.name) is not deprecated, so "
        + "implementation field \(pair.type).\(pair.field.name) must not be deprecated.",
      at: places(ofDeprecated: pair.node.directives, type: pair.node.type))
  }

  /// Where a type says that it implements an interface.
  private func implementsPlaces(of interface: TypeID, in id: TypeID) -> [Int32] {
    let document = draft.document
    let name = schema[interface].name
    return definitions(of: id).flatMap { document[$0.interfaces] }
      .filter { $0.isText(name, in: document) }.map(\.range.start)
  }
}
