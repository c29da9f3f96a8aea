/// Spec §3 Type System.
extension Printer {
  mutating func writeSchemaDefinition(_ schema: SchemaDefinition) {
    writeHead(schema.description, isExtension: schema.isExtension, keyword: "schema")
    writeDirectives(schema.directives)
    writeFields(document[schema.operationTypes]) { printer, definition in
      printer.write(definition.operationType.rawValue)
      printer.write(": ")
      printer.write(definition.type)
    }
  }

  mutating func writeTypeDefinition(_ type: TypeDefinition) {
    writeHead(type.description, isExtension: type.isExtension, keyword: type.kind.keyword)
    write(" ")
    write(type.name)
    if !type.interfaces.isEmpty {
      write(" implements ")
      write(document[type.interfaces], separator: " & ") { $0.write($1) }
    }
    writeDirectives(type.directives)
    switch type.kind {
    case .scalar: break
    case .object, .interface: writeFields(document[type.fields]) { $0.writeFieldDefinition($1) }
    case .union: writeUnionMemberTypes(document[type.memberTypes])
    case .enum: writeFields(document[type.values]) { $0.writeEnumValueDefinition($1) }
    case .inputObject:
      writeFields(document[type.inputFields]) { $0.writeInputValueDefinition($1) }
    }
  }

  mutating func writeDirectiveDefinition(_ directive: DirectiveDefinition) {
    writeHead(directive.description, isExtension: directive.isExtension, keyword: "directive")
    write(" @")
    write(directive.name)
    writeArgumentsDefinition(directive.arguments)
    writeDirectives(directive.directives)
    if directive.isExtension { return }
    if directive.isRepeatable { write(" repeatable") }
    write(" on ")
    write(document[directive.locations], separator: " | ") { $0.write($1) }
  }

  private mutating func writeHead(
    _ description: NodeIndex<Value>?, isExtension: Bool, keyword: String
  ) {
    writeDescription(description)
    if isExtension { write("extend ") }
    write(keyword)
  }

  /// Writes the braces of a definition and what is in them, if there is anything.
  private mutating func writeFields<Node>(
    _ nodes: ArraySlice<Node>, each: (inout Printer, Node) -> Void
  ) {
    if nodes.isEmpty { return }
    write(" ")
    writeBlock(nodes, each: each)
  }

  private mutating func writeUnionMemberTypes(_ names: ArraySlice<Name>) {
    if names.isEmpty { return }
    write(" = ")
    write(names, separator: " | ") { $0.write($1) }
  }

  private mutating func writeFieldDefinition(_ field: FieldDefinition) {
    writeDescription(field.description)
    write(field.name)
    writeArgumentsDefinition(field.arguments)
    write(": ")
    writeTypeReference(field.type)
    writeDirectives(field.directives)
  }

  /// Writes arguments, on lines of their own if one of them takes more than a line.
  private mutating func writeArgumentsDefinition(_ range: NodeRange<InputValueDefinition>) {
    let arguments = document[range]
    if arguments.isEmpty { return }
    let isMultiline = arguments.contains {
      hasLineBreak($0.description, $0.defaultValue, $0.directives)
    }
    if isMultiline {
      writeBlock(arguments, open: "(", close: ")") { $0.writeInputValueDefinition($1) }
    } else {
      write("(")
      write(arguments, separator: ", ") { $0.writeInputValueDefinition($1) }
      write(")")
    }
  }

  private mutating func writeInputValueDefinition(_ input: InputValueDefinition) {
    writeDescription(input.description)
    write(input.name)
    write(": ")
    writeTypeReference(input.type)
    writeDefaultValue(input.defaultValue)
    writeDirectives(input.directives)
  }

  private mutating func writeEnumValueDefinition(_ value: EnumValueDefinition) {
    writeDescription(value.description)
    write(value.name)
    writeDirectives(value.directives)
  }
}

extension TypeDefinition.Kind {
  /// What a definition of the kind starts with.
  fileprivate var keyword: String {
    switch self {
    case .scalar: "scalar"
    case .object: "type"
    case .interface: "interface"
    case .union: "union"
    case .enum: "enum"
    case .inputObject: "input"
    }
  }
}
