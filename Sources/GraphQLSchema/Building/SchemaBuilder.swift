import GraphQLLanguage

/// Makes a draft of a schema of a document whose definitions are sound by themselves.
///
/// Types have their ids in this order: those of the document, the built-in scalars that are used,
/// the introspection types.
struct SchemaBuilder {
  let document: Document
  /// What every schema has without defining it.
  let builtIns: Document
  /// About arguments of built-in directives that do not fit.
  private(set) var errors = ErrorList()

  private var typeSources: [TypeSource] = []
  private var typeIDs: [String: TypeID] = [:]

  init(_ document: Document, builtIns: Document) {
    self.document = document
    self.builtIns = builtIns
    collectTypes()
  }

  /// The draft; to be called once.
  mutating func build() -> SchemaDraft {
    let types = typeSources.map { buildType($0) }
    let (directives, directiveNodes) = buildDirectives()
    var roots: [OperationType: TypeID] = [:]
    let rootNodes = rootNodes()
    for operation in OperationType.allCases {
      let name = rootNodes[operation].map(document.text) ?? defaultRootName(of: operation)
      roots[operation] = name.flatMap { typeIDs[$0] }
    }
    let schema = makeSchema(types: types, directives: directives, roots: roots)
    return SchemaDraft(
      schema: schema, document: document, builtIns: builtIns, typeSources: typeSources,
      directiveNodes: directiveNodes, roots: roots, rootNodes: rootNodes)
  }

  // MARK: Types

  private mutating func collectTypes() {
    var extensions: [String: [TypeDefinition]] = [:]
    var definitions: [TypeDefinition] = []
    for case .type(let definition) in document.definitions {
      if definition.isExtension {
        extensions[document.text(definition.name), default: []].append(definition)
      } else {
        definitions.append(definition)
      }
    }
    let builtInTypes = builtInTypes
    for definition in definitions {
      let name = document.text(definition.name)
      // A document may repeat a built-in definition, but not change it.
      if let builtIn = builtInTypes[name] {
        add(TypeSource(isBuiltIn: true, definitions: [builtIn]), named: name)
      } else {
        add(
          TypeSource(isBuiltIn: false, definitions: [definition] + (extensions[name] ?? [])),
          named: name)
      }
    }
    let used = usedTypeNames()
    for case .type(let definition) in builtIns.definitions {
      let name = builtIns.text(definition.name)
      if typeIDs[name] == nil, name.hasPrefix("__") || used.contains(name) {
        add(TypeSource(isBuiltIn: true, definitions: [definition]), named: name)
      }
    }
  }

  private mutating func add(_ source: TypeSource, named name: String) {
    guard name != metaFieldsTypeName || !source.isBuiltIn else { return }
    typeIDs[name] = TypeID(typeSources.count)
    typeSources.append(source)
  }

  private var builtInTypes: [String: TypeDefinition] {
    var types: [String: TypeDefinition] = [:]
    for case .type(let definition) in builtIns.definitions {
      types[builtIns.text(definition.name)] = definition
    }
    types[metaFieldsTypeName] = nil
    return types
  }

  /// The names in type references of the document, and those in what is built in.
  private func usedTypeNames() -> Set<String> {
    var names: Set<String> = ["String", "Boolean"]
    for case .directive(let directive) in builtIns.definitions {
      for argument in builtIns[directive.arguments] {
        names.insert(builtIns.text(builtIns.namedType(of: argument.type)))
      }
    }
    func use(_ type: NodeIndex<TypeReference>) {
      names.insert(document.text(document.namedType(of: type)))
    }
    for definition in document.definitions {
      switch definition {
      case .type(let type):
        for field in document[type.fields] {
          use(field.type)
          for argument in document[field.arguments] { use(argument.type) }
        }
        for field in document[type.inputFields] { use(field.type) }
      case .directive(let directive):
        for argument in document[directive.arguments] { use(argument.type) }
      case .operation, .fragment, .schema: break
      }
    }
    return names
  }

  private mutating func buildType(_ source: TypeSource) -> NamedType {
    let document = source.isBuiltIn ? builtIns : document
    let nodes = source.definitions
    let name = document.text(nodes[0].name)
    let description = document.string(of: nodes[0].description)
    switch nodes[0].kind {
    case .scalar:
      return .scalar(
        ScalarType(
          name: name, description: description,
          specifiedByURL: nodes.reduce(nil) { url, node in
            directiveText("specifiedBy", "url", on: node.directives, in: document) ?? url
          },
          builtIn: BuiltInScalar(rawValue: name)))
    case .object:
      return .object(
        ObjectType(
          name: name, description: description,
          interfaces: nodes.flatMap { typeIDs($0.interfaces, in: document) },
          fields: nodes.flatMap { buildFields($0.fields, in: document) }))
    case .interface:
      return .interface(
        InterfaceType(
          name: name, description: description,
          interfaces: nodes.flatMap { typeIDs($0.interfaces, in: document) },
          fields: nodes.flatMap { buildFields($0.fields, in: document) }))
    case .union:
      return .union(
        UnionType(
          name: name, description: description,
          memberTypes: nodes.flatMap { typeIDs($0.memberTypes, in: document) }))
    case .enum:
      return .enum(
        EnumType(
          name: name, description: description,
          values: nodes.flatMap { node in
            document[node.values].map { buildEnumValue($0, in: document) }
          }))
    case .inputObject:
      return .inputObject(
        InputObjectType(
          name: name, description: description,
          isOneOf: document[nodes[0].directives].contains { $0.name.isText("oneOf", in: document) },
          fields: nodes.flatMap { buildInputFields($0.inputFields, in: document) }))
    }
  }

  private func typeIDs(_ names: NodeRange<Name>, in document: Document) -> [TypeID] {
    document[names].map { typeID(document.text($0)) }
  }

  private func typeID(_ name: String) -> TypeID {
    guard let id = typeIDs[name] else {
      preconditionFailure("the definition rules refuse a reference to the unknown type \(name)")
    }
    return id
  }

  private func fieldType(_ type: NodeIndex<TypeReference>, in document: Document) -> FieldType {
    switch document[type].kind {
    case .named(let name): .named(typeID(document.text(name)))
    case .list(let element): .list(fieldType(element, in: document))
    case .nonNull(let nullable): .nonNull(fieldType(nullable, in: document))
    }
  }

  // MARK: Members

  private mutating func buildFields(
    _ nodes: NodeRange<FieldDefinition>, in document: Document
  ) -> [OutputField] {
    document[nodes].map { buildField($0, in: document) }
  }

  private mutating func buildField(_ node: FieldDefinition, in document: Document) -> OutputField {
    OutputField(
      name: document.text(node.name), description: document.string(of: node.description),
      arguments: buildInputFields(node.arguments, in: document),
      type: fieldType(node.type, in: document),
      deprecationReason: deprecationReason(node.directives, in: document), appliedDirectives: [])
  }

  private mutating func buildInputFields(
    _ nodes: NodeRange<InputValueDefinition>, in document: Document
  ) -> [InputField] {
    document[nodes].map { node in
      InputField(
        name: document.text(node.name), description: document.string(of: node.description),
        type: fieldType(node.type, in: document), defaultValue: nil,
        defaultValueText: node.defaultValue.map { document.printed($0) },
        deprecationReason: deprecationReason(node.directives, in: document))
    }
  }

  private mutating func buildEnumValue(
    _ node: EnumValueDefinition, in document: Document
  ) -> EnumValue {
    EnumValue(
      name: document.text(node.name), description: document.string(of: node.description),
      deprecationReason: deprecationReason(node.directives, in: document))
  }

  /// Spec §3.13.3 @deprecated.
  private mutating func deprecationReason(
    _ directives: NodeRange<Directive>, in document: Document
  ) -> String? {
    guard
      let node = document[directives].first(where: { $0.name.isText("deprecated", in: document) })
    else { return nil }
    if node.arguments.isEmpty { return defaultDeprecationReason }
    return directiveText("deprecated", "reason", on: directives, in: document)
  }

  /// The text that an argument of a directive gives; nil without the directive.
  private mutating func directiveText(
    _ name: String, _ argument: String, on directives: NodeRange<Directive>, in document: Document
  ) -> String? {
    guard let node = document[directives].first(where: { $0.name.isText(name, in: document) }),
      let argument = document[node.arguments].first(where: {
        $0.name.isText(argument, in: document)
      })
    else { return nil }
    let value = document[argument.value]
    guard case .string = value.kind else {
      let problem =
        if case .null = value.kind {
          InputSentence.nullForNonNull("String!")
        } else {
          "String cannot represent a non string value: \(document.printed(value))"
        }
      errors.report(
        "Argument \"\(document.text(argument.name))\" has invalid value: \(problem)",
        at: value.range.start)
      return nil
    }
    return document.string(of: value)
  }

  // MARK: Directives and roots

  private mutating func buildDirectives() -> ([DirectiveType], [DirectiveDefinition?]) {
    var directives: [DirectiveType] = []
    var nodes: [DirectiveDefinition?] = []
    let extensions = directiveExtensions()
    for case .directive(let node) in document.definitions where !node.isExtension {
      directives.append(buildDirective(node, in: document, extensions))
      nodes.append(node)
    }
    let names = Set(directives.map(\.name))
    for case .directive(let node) in builtIns.definitions
    where !names.contains(builtIns.text(node.name)) {
      directives.append(buildDirective(node, in: builtIns, extensions, isBuiltIn: true))
      nodes.append(nil)
    }
    return (directives, nodes)
  }

  private mutating func buildDirective(
    _ node: DirectiveDefinition, in document: Document,
    _ extensions: [String: [DirectiveDefinition]], isBuiltIn: Bool = false
  ) -> DirectiveType {
    let name = document.text(node.name)
    var reason = deprecationReason(node.directives, in: document)
    for node in extensions[name] ?? [] where reason == nil {
      reason = deprecationReason(node.directives, in: self.document)
    }
    return DirectiveType(
      name: name, description: document.string(of: node.description),
      arguments: buildInputFields(node.arguments, in: document), isRepeatable: node.isRepeatable,
      locations: document[node.locations].map { document.text($0) },
      deprecationReason: reason, isBuiltIn: isBuiltIn)
  }

  /// The extensions of directives, by name; later than the edition.
  private func directiveExtensions() -> [String: [DirectiveDefinition]] {
    var extensions: [String: [DirectiveDefinition]] = [:]
    for case .directive(let node) in document.definitions where node.isExtension {
      extensions[document.text(node.name), default: []].append(node)
    }
    return extensions
  }

  private func rootNodes() -> [OperationType: Name] {
    var roots: [OperationType: Name] = [:]
    for case .schema(let definition) in document.definitions {
      for root in document[definition.operationTypes] { roots[root.operationType] = root.type }
    }
    return roots
  }

  /// The name that a root type has without a schema definition. Spec §3.3.1 Root Operation Types.
  private func defaultRootName(of operation: OperationType) -> String? {
    guard schemaDefinition == nil else { return nil }
    return switch operation {
    case .query: "Query"
    case .mutation: "Mutation"
    case .subscription: "Subscription"
    }
  }

  private var schemaDefinition: SchemaDefinition? {
    for case .schema(let definition) in document.definitions where !definition.isExtension {
      return definition
    }
    return nil
  }

  // MARK: The schema

  private mutating func makeSchema(
    types: [NamedType], directives: [DirectiveType], roots: [OperationType: TypeID]
  ) -> Schema {
    let index = SchemaIndex(
      types: types, directives: directives, possibleTypes: possibleTypes(of: types),
      metaFields: metaFields())
    return Schema(
      description: schemaDefinition.flatMap { document.string(of: $0.description) },
      types: types, directives: directives,
      // Without a query root, or with one that is no object, the rules refuse the draft.
      queryType: roots[.query] ?? TypeID(0),
      mutationType: roots[.mutation], subscriptionType: roots[.subscription],
      index: index, fieldTable: FieldTable(types: [], metaFields: []))
  }

  private func possibleTypes(of types: [NamedType]) -> [[TypeID]] {
    var possible: [[TypeID]] = types.map { _ in [] }
    for (index, type) in types.enumerated() {
      switch type {
      case .object(let object):
        possible[index] = [TypeID(index)]
        for interface in object.interfaces { possible[interface.index].append(TypeID(index)) }
      case .union(let union): possible[index] = union.memberTypes
      case .scalar, .interface, .enum, .inputObject: break
      }
    }
    return possible
  }

  private mutating func metaFields() -> [OutputField] {
    for case .type(let definition) in builtIns.definitions
    where definition.name.isText(metaFieldsTypeName, in: builtIns) {
      return buildFields(definition.fields, in: builtIns)
    }
    preconditionFailure("the built-in definitions have the meta-fields")
  }
}

/// What `@deprecated` says without a reason. Spec §3.13.3 @deprecated.
let defaultDeprecationReason = "No longer supported"

extension Document {
  /// The name in a type reference, without the wrappers around it.
  public func namedType(of type: NodeIndex<TypeReference>) -> Name {
    switch self[type].kind {
    case .named(let name): name
    case .list(let inner), .nonNull(let inner): namedType(of: inner)
    }
  }
}
