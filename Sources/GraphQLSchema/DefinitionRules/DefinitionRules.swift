import GraphQLLanguage

/// The rules for definitions of types and directives that need no more than their document.
///
/// Names are unique, references and extensions have a target, directives are used as defined.
/// One walk over the document, errors in the order of the reference implementation: for each node
/// first its own, then those of its children. Spec §3 Type System.
struct DefinitionRules {
  let document: Document
  var errors = ErrorList()

  /// The definitions, not the extensions, by name; of several the last.
  let definedTypes: [String: TypeDefinition]
  let directives: [String: DirectiveSignature]

  var hasSchemaDefinition = false
  var operationTypes: [OperationType: RootOperationTypeDefinition] = [:]
  var typeNames: [String: Name] = [:]
  var directiveNames: [String: Name] = [:]
  /// By coordinate.
  var fieldNames: [String: Name] = [:]
  /// By coordinate.
  var enumValueNames: [String: Name] = [:]
  /// Where non-repeatable directives stand on the schema, on each type and on each directive.
  var schemaDirectives: [String: Directive] = [:]
  var typeDirectives: [String: [String: Directive]] = [:]
  var directiveDirectives: [String: [String: Directive]] = [:]
  /// How many names have been compared with unknown ones.
  var comparisons = 0

  init(_ document: Document, builtIns: Document) {
    self.document = document
    var definedTypes: [String: TypeDefinition] = [:]
    for case .type(let type) in document.definitions where !type.isExtension {
      definedTypes[document.text(type.name)] = type
    }
    self.definedTypes = definedTypes
    directives = DirectiveSignature.all(of: builtIns)
      .merging(DirectiveSignature.all(of: document)) { $1 }
  }

  mutating func check() {
    for definition in document.definitions {
      switch definition {
      case .schema(let definition): checkSchema(definition)
      case .type(let definition): checkType(definition)
      case .directive(let definition): checkDirectiveDefinition(definition)
      case .operation, .fragment: break
      }
    }
    checkDirectiveCycles()
  }

  private mutating func checkSchema(_ definition: SchemaDefinition) {
    checkLoneSchemaDefinition(definition)
    checkOperationTypes(definition)
    schemaDirectives = checkUniqueDirectives(definition.directives, after: schemaDirectives)
    checkDirectives(definition.directives, at: .schema)
    for root in document[definition.operationTypes] { checkKnownType(root.type) }
  }

  private mutating func checkType(_ definition: TypeDefinition) {
    let name = document.text(definition.name)
    if !definition.isExtension { checkTypeName(definition.name) }
    checkEnumValueNames(definition)
    checkFieldNames(definition)
    for field in document[definition.fields] {
      checkArgumentNames(field.arguments, of: "\(name).\(document.text(field.name))")
    }
    typeDirectives[name] = checkUniqueDirectives(
      definition.directives, after: typeDirectives[name] ?? [:])
    if definition.isExtension { checkExtension(definition) }

    for interface in document[definition.interfaces] { checkKnownType(interface) }
    checkDirectives(definition.directives, at: definition.kind.directiveLocation)
    for type in document[definition.memberTypes] { checkKnownType(type) }
    for value in document[definition.values] {
      checkUniqueDirectives(value.directives)
      checkDirectives(value.directives, at: .enumValue)
    }
    for field in document[definition.fields] {
      checkUniqueDirectives(field.directives)
      checkInputValues(field.arguments, at: .argumentDefinition)
      checkKnownType(document.namedType(of: field.type))
      checkDirectives(field.directives, at: .fieldDefinition)
    }
    checkInputValues(definition.inputFields, at: .inputFieldDefinition)
  }

  private mutating func checkDirectiveDefinition(_ definition: DirectiveDefinition) {
    let name = document.text(definition.name)
    if !definition.isExtension {
      checkArgumentNames(definition.arguments, of: "@\(name)")
      checkDirectiveName(definition.name)
    }
    directiveDirectives[name] = checkUniqueDirectives(
      definition.directives, after: directiveDirectives[name] ?? [:])
    if definition.isExtension { checkExtension(definition) }
    checkInputValues(definition.arguments, at: .argumentDefinition)
    checkDirectives(definition.directives, at: .directiveDefinition)
  }

  private mutating func checkInputValues(
    _ nodes: NodeRange<InputValueDefinition>, at location: DirectiveLocation
  ) {
    for node in document[nodes] {
      checkUniqueDirectives(node.directives)
      checkKnownType(document.namedType(of: node.type))
      if let value = node.defaultValue { checkInputFieldNames(document[value]) }
      checkDirectives(node.directives, at: location)
    }
  }
}

extension TypeDefinition.Kind {
  var directiveLocation: DirectiveLocation {
    switch self {
    case .scalar: .scalar
    case .object: .object
    case .interface: .interface
    case .union: .union
    case .enum: .enum
    case .inputObject: .inputObject
    }
  }

  /// The kind in a sentence.
  var text: String {
    switch self {
    case .scalar: "scalar"
    case .object: "object"
    case .interface: "interface"
    case .union: "union"
    case .enum: "enum"
    case .inputObject: "input object"
    }
  }
}
