import Columns
import GraphQLSchema

/// Answers the questions of Spec §4.2 Schema Introspection, in source order.
struct IntrospectionResolvers {
  /// `Query.__schema`.
  let metaSchema: FieldResolver
  /// `Query.__type`.
  let metaType: FieldResolver
  /// The fields of the introspection types.
  let bindings: [FieldCoordinate: FieldResolver]

  init(schema: Schema) {
    metaSchema = FieldResolver { _ in
      IntrospectionLayer(schema, [()]).column(rows: [0])
    }
    metaType = FieldResolver { call in
      guard case .string(let name) = call.arguments["name"], let id = schema.typeID(named: name)
      else { return .nulls(count: 1) }
      return IntrospectionLayer(schema, [FieldType.named(id)]).column(rows: [0])
    }
    var bindings: [FieldCoordinate: FieldResolver] = [:]
    for fields in [
      schemaFields(), typeFields(), fieldFields(), inputValueFields(), enumValueFields(),
      directiveFields(),
    ] {
      bindings.merge(fields) { first, _ in first }
    }
    self.bindings = bindings
  }
}

/// The objects of one layer of introspection types.
final class IntrospectionLayer<Element> {
  let schema: Schema
  let elements: [Element]

  init(_ schema: Schema, _ elements: [Element]) {
    self.schema = schema
    self.elements = elements
  }

  /// One object per parent.
  func column(rows: [Int32]) -> Column {
    .objects(ObjectColumn(rows: rows, contents: contents))
  }

  fileprivate var contents: LayerContents { LayerContents(count: elements.count, source: self) }
}

/// A resolver over the elements of an introspection layer.
private func resolver<Element>(
  of type: Element.Type,
  _ resolve: @escaping @Sendable (IntrospectionLayer<Element>, FieldCall) -> Column
) -> FieldResolver {
  FieldResolver { call in resolve(call.source(as: IntrospectionLayer<Element>.self), call) }
}

private func texts<Element>(
  of type: Element.Type, _ text: @escaping @Sendable (Element, Schema) -> String?
) -> FieldResolver {
  resolver(of: type) { layer, _ in
    .leaf(.encoded(EncodedColumn(layer.elements.map { text($0, layer.schema) })))
  }
}

private func booleans<Element>(
  of type: Element.Type, _ value: @escaping @Sendable (Element, Schema) -> Bool?
) -> FieldResolver {
  resolver(of: type) { layer, _ in
    var column = BooleanColumn()
    for element in layer.elements {
      if let value = value(element, layer.schema) {
        column.append(value)
      } else {
        column.appendNull()
      }
    }
    return .leaf(.booleans(column))
  }
}

/// One object per element, null where there is none.
private func objects<Element, Object>(
  of type: Element.Type, _ object: @escaping @Sendable (Element, Schema) -> Object?
) -> FieldResolver {
  resolver(of: type) { layer, _ in
    var objects: [Object] = []
    var rows: [Int32] = []
    for element in layer.elements {
      if let object = object(element, layer.schema) {
        rows.append(Int32(objects.count))
        objects.append(object)
      } else {
        rows.append(-1)
      }
    }
    return IntrospectionLayer(layer.schema, objects).column(rows: rows)
  }
}

/// A list of objects per element, null where there is none.
private func lists<Element, Object>(
  of type: Element.Type, _ list: @escaping @Sendable (Element, Schema, FieldCall) -> [Object]?
) -> FieldResolver {
  resolver(of: type) { layer, call in
    var objects: [Object] = []
    var offsets = [0]
    var nulls = NullRows()
    for (row, element) in layer.elements.enumerated() {
      if let list = list(element, layer.schema, call) {
        objects += list
      } else {
        nulls.insert(row)
      }
      offsets.append(objects.count)
    }
    let rows = (0..<objects.count).map { Int32($0) }
    return .list(
      ListColumn(
        offsets: offsets, nulls: nulls,
        elements: IntrospectionLayer(layer.schema, objects).column(rows: rows)))
  }
}

private func bindings(
  _ type: String, _ fields: [String: FieldResolver]
) -> [FieldCoordinate: FieldResolver] {
  Dictionary(
    uniqueKeysWithValues: fields.map { (FieldCoordinate(type, $0.key), $0.value) })
}

/// Spec §4.2.1 The __Schema Type.
private func schemaFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__Schema",
    [
      "description": texts(of: Void.self) { _, schema in schema.description },
      "types": lists(of: Void.self) { _, schema, _ in
        schema.typesInIntrospectionOrder.map { FieldType.named($0) }
      },
      "queryType": objects(of: Void.self) { _, schema in FieldType.named(schema.queryType) },
      "mutationType": objects(of: Void.self) { _, schema in
        schema.mutationType.map { FieldType.named($0) }
      },
      "subscriptionType": objects(of: Void.self) { _, schema in
        schema.subscriptionType.map { FieldType.named($0) }
      },
      "directives": lists(of: Void.self) { _, schema, call in
        call.undeprecated(schema.directives, \.deprecationReason)
      },
    ])
}

/// Spec §4.2.2 The __Type Type.
private func typeFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__Type",
    [
      "kind": texts(of: FieldType.self) { type, schema in type.kindName(in: schema) },
      "name": texts(of: FieldType.self) { type, schema in type.named(in: schema)?.name },
      "description": texts(of: FieldType.self) { type, schema in
        type.named(in: schema)?.description
      },
      "specifiedByURL": texts(of: FieldType.self) { type, schema -> String? in
        guard case .scalar(let scalar) = type.named(in: schema) else { return nil }
        return scalar.specifiedByURL
      },
      "fields": lists(of: FieldType.self) { type, schema, call -> [OutputField]? in
        switch type.named(in: schema) {
        case .object(let object): call.undeprecated(object.fields, \.deprecationReason)
        case .interface(let interface): call.undeprecated(interface.fields, \.deprecationReason)
        case .scalar, .union, .enum, .inputObject, nil: nil
        }
      },
      "interfaces": lists(of: FieldType.self) { type, schema, _ -> [FieldType]? in
        switch type.named(in: schema) {
        case .object(let object): object.interfaces.map { FieldType.named($0) }
        case .interface(let interface): interface.interfaces.map { FieldType.named($0) }
        case .scalar, .union, .enum, .inputObject, nil: nil
        }
      },
      "possibleTypes": lists(of: FieldType.self) { type, schema, _ -> [FieldType]? in
        guard case .named(let id) = type, schema[id].isAbstract else { return nil }
        return schema.possibleTypes(of: id).map { FieldType.named($0) }
      },
      "enumValues": lists(of: FieldType.self) { type, schema, call -> [EnumValue]? in
        guard case .enum(let type) = type.named(in: schema) else { return nil }
        return call.undeprecated(type.values, \.deprecationReason)
      },
      "inputFields": lists(of: FieldType.self) { type, schema, call -> [InputField]? in
        guard case .inputObject(let type) = type.named(in: schema) else { return nil }
        return call.undeprecated(type.fields, \.deprecationReason)
      },
      "ofType": objects(of: FieldType.self) { type, _ -> FieldType? in
        switch type {
        case .named: nil
        case .list(let element): element
        case .nonNull(let nullable): nullable
        }
      },
      "isOneOf": booleans(of: FieldType.self) { type, schema in
        guard case .inputObject(let type) = type.named(in: schema) else { return nil }
        return type.isOneOf
      },
    ])
}

/// Spec §4.2.3 The __Field Type.
private func fieldFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__Field",
    [
      "name": texts(of: OutputField.self) { field, _ in field.name },
      "description": texts(of: OutputField.self) { field, _ in field.description },
      "args": lists(of: OutputField.self) { field, _, call in
        call.undeprecated(field.arguments, \.deprecationReason)
      },
      "type": objects(of: OutputField.self) { field, _ in field.type },
      "isDeprecated": booleans(of: OutputField.self) { field, _ in field.deprecationReason != nil },
      "deprecationReason": texts(of: OutputField.self) { field, _ in field.deprecationReason },
    ])
}

/// Spec §4.2.4 The __InputValue Type.
private func inputValueFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__InputValue",
    [
      "name": texts(of: InputField.self) { field, _ in field.name },
      "description": texts(of: InputField.self) { field, _ in field.description },
      "type": objects(of: InputField.self) { field, _ in field.type },
      "defaultValue": texts(of: InputField.self) { field, _ in field.defaultValueText },
      "isDeprecated": booleans(of: InputField.self) { field, _ in field.deprecationReason != nil },
      "deprecationReason": texts(of: InputField.self) { field, _ in field.deprecationReason },
    ])
}

/// Spec §4.2.5 The __EnumValue Type.
private func enumValueFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__EnumValue",
    [
      "name": texts(of: EnumValue.self) { value, _ in value.name },
      "description": texts(of: EnumValue.self) { value, _ in value.description },
      "isDeprecated": booleans(of: EnumValue.self) { value, _ in value.deprecationReason != nil },
      "deprecationReason": texts(of: EnumValue.self) { value, _ in value.deprecationReason },
    ])
}

/// Spec §4.2.6 The __Directive Type.
private func directiveFields() -> [FieldCoordinate: FieldResolver] {
  bindings(
    "__Directive",
    [
      "name": texts(of: DirectiveType.self) { directive, _ in directive.name },
      "description": texts(of: DirectiveType.self) { directive, _ in directive.description },
      "isRepeatable": booleans(of: DirectiveType.self) { directive, _ in directive.isRepeatable },
      "locations": resolver(of: DirectiveType.self) { layer, _ in
        let names = layer.elements.map(\.locations)
        return .list(
          ListColumn(
            offsets: names.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) },
            elements: .leaf(.encoded(EncodedColumn(names.joined().map { $0 })))))
      },
      "args": lists(of: DirectiveType.self) { directive, _, call in
        call.undeprecated(directive.arguments, \.deprecationReason)
      },
      // Later than the edition; only schemas with such an option have these fields.
      "isDeprecated": booleans(of: DirectiveType.self) { directive, _ in
        directive.deprecationReason != nil
      },
      "deprecationReason": texts(of: DirectiveType.self) { directive, _ in
        directive.deprecationReason
      },
    ])
}

extension FieldType {
  fileprivate func named(in schema: Schema) -> NamedType? {
    guard case .named(let id) = self else { return nil }
    return schema[id]
  }

  /// Spec §4.2.2 The __Type Type, __TypeKind.
  fileprivate func kindName(in schema: Schema) -> String {
    switch self {
    case .list: "LIST"
    case .nonNull: "NON_NULL"
    case .named(let id):
      switch schema[id] {
      case .scalar: "SCALAR"
      case .object: "OBJECT"
      case .interface: "INTERFACE"
      case .union: "UNION"
      case .enum: "ENUM"
      case .inputObject: "INPUT_OBJECT"
      }
    }
  }
}

extension FieldCall {
  /// All members if `includeDeprecated` says so, otherwise those that are not deprecated.
  fileprivate func undeprecated<Member>(
    _ members: [Member], _ reason: (Member) -> String?
  ) -> [Member] {
    guard arguments["includeDeprecated"] != .boolean(true) else { return members }
    return members.filter { reason($0) == nil }
  }
}
