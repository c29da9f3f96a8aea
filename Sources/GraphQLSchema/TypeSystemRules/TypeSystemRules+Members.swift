import GraphQLLanguage

/// The parts of each type and directive.
extension TypeSystemRules {
  /// Spec §3.13 Directives.
  mutating func checkDirective(_ directive: DirectiveType, _ node: DirectiveDefinition) {
    checkName(directive.name, at: node.range.start)
    for (argument, node) in zip(directive.arguments, draft.document[node.arguments]) {
      checkArgument(
        argument, node, named: "@\(directive.name)(\(argument.name):)",
        // The reference implementation points at the argument here, elsewhere at its type.
        typePlace: node.range.start)
    }
  }

  /// Spec §3.6 Objects, §3.7 Interfaces.
  mutating func checkFields(of id: TypeID) {
    let type = schema[id].name
    let fields = schema[id].fields
    if fields.isEmpty {
      errors.report("Type \(type) must define one or more fields.", at: places(of: id))
    }
    for (field, node) in zip(fields, draft.fieldNodes(of: id)) {
      checkName(field.name, at: node.range.start)
      if !schema.isOutputType(field.type) {
        errors.report(
          "The type of \(type).\(field.name) must be Output Type but got: "
            + "\(schema.text(of: field.type)).",
          at: place(of: node.type))
      }
      for (argument, node) in zip(field.arguments, draft.document[node.arguments]) {
        checkArgument(
          argument, node, named: "\(type).\(field.name)(\(argument.name):)",
          typePlace: place(of: node.type))
      }
    }
  }

  private mutating func checkArgument(
    _ argument: InputField, _ node: InputValueDefinition, named coordinate: String,
    typePlace: Int32
  ) {
    checkName(argument.name, at: node.range.start)
    if !schema.isInputType(argument.type) {
      errors.report(
        "The type of \(coordinate) must be Input Type but got: "
          + "\(schema.text(of: argument.type)).",
        at: typePlace)
    }
    if argument.isRequired, argument.deprecationReason != nil {
      errors.report(
        "Required argument \(coordinate) cannot be deprecated.",
        at: places(ofDeprecated: node.directives, type: node.type))
    }
    checkDefaultValue(of: argument, node, named: coordinate)
  }

  /// Spec §3.8 Unions.
  mutating func checkMembers(of type: UnionType, _ id: TypeID) {
    if type.memberTypes.isEmpty {
      errors.report(
        "Union type \(type.name) must define one or more member types.", at: places(of: id))
    }
    var seen: Set<TypeID> = []
    for member in type.memberTypes where !errors.isAborted {
      let name = schema[member].name
      guard case .object = schema[member] else {
        errors.report(
          "Union type \(type.name) can only include Object types, it cannot include \(name).",
          at: memberPlaces(of: name, in: id))
        continue
      }
      if !seen.insert(member).inserted {
        errors.report(
          "Union type \(type.name) can only include type \(name) once.",
          at: memberPlaces(of: name, in: id))
      }
    }
  }

  private func memberPlaces(of name: String, in id: TypeID) -> [Int32] {
    let document = draft.document
    return definitions(of: id).flatMap { document[$0.memberTypes] }
      .filter { $0.isText(name, in: document) }.map(\.range.start)
  }

  /// Spec §3.9 Enums.
  mutating func checkValues(of type: EnumType, _ id: TypeID) {
    if type.values.isEmpty {
      errors.report("Enum type \(type.name) must define one or more values.", at: places(of: id))
    }
    for definition in definitions(of: id) {
      for value in draft.document[definition.values] {
        checkName(draft.document.text(value.name), at: value.range.start)
      }
    }
  }

  /// Spec §3.10 Input Objects.
  mutating func checkInputFields(of type: InputObjectType, _ id: TypeID) {
    if type.fields.isEmpty {
      errors.report(
        "Input Object type \(type.name) must define one or more fields.", at: places(of: id))
    }
    for (field, node) in zip(type.fields, inputFieldNodes[id.index]) {
      let coordinate = "\(type.name).\(field.name)"
      checkName(field.name, at: node.range.start)
      if !schema.isInputType(field.type) {
        errors.report(
          "The type of \(coordinate) must be Input Type but got: \(schema.text(of: field.type)).",
          at: place(of: node.type))
      }
      if field.isRequired, field.deprecationReason != nil {
        errors.report(
          "Required input field \(coordinate) cannot be deprecated.",
          at: places(ofDeprecated: node.directives, type: node.type))
      }
      checkDefaultValue(of: field, node, named: coordinate)
      if type.isOneOf { checkOneOfField(field, node, named: coordinate) }
    }
  }

  private mutating func checkOneOfField(
    _ field: InputField, _ node: InputValueDefinition, named coordinate: String
  ) {
    if field.type.isNonNull {
      errors.report(
        "OneOf input field \(coordinate) must be nullable.", at: place(of: node.type))
    }
    if node.defaultValue != nil {
      errors.report(
        "OneOf input field \(coordinate) cannot have a default value.", at: node.range.start)
    }
  }

  private mutating func checkDefaultValue(
    of input: InputField, _ node: InputValueDefinition, named coordinate: String
  ) {
    guard let value = node.defaultValue else { return }
    for problem in schema.problems(of: value, in: draft.document, as: input.type) {
      errors.report(
        "\(coordinate) has invalid default value\(problem.pathText): \(problem.message)",
        at: (problem.range ?? draft.document[value].range).start)
    }
  }
}
