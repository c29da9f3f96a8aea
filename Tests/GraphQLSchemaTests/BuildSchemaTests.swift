import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("§3 Type System")
struct BuildSchemaTests {
  @Test("keeps source order, and appends what is built in (I9)")
  func order() throws {
    let schema = try schema(
      """
      enum Z { B A }
      type Query { z(i: Int): Z a: ID }
      scalar Date
      """)
    #expect(
      schema.types.map(\.name) == [
        "Z", "Query", "Date", "Int", "String", "Boolean", "ID", "__Schema", "__Directive",
        "__DirectiveLocation", "__Type", "__Field", "__InputValue", "__EnumValue", "__TypeKind",
      ])
    #expect(
      schema.directives.map(\.name) == ["include", "skip", "deprecated", "specifiedBy", "oneOf"])
    #expect(schema[schema.queryType].name == "Query")
    #expect(schema.mutationType == nil)
    #expect(schema.typeID(named: "Float") == nil)
  }

  @Test("takes the default names of roots only without a schema definition (T2)")
  func roots() throws {
    let named = try schema(
      "type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }")
    #expect(named.rootType(of: .mutation) == named.typeID(named: "Mutation"))
    #expect(named.rootType(of: .subscription) == named.typeID(named: "Subscription"))
    let defined = try schema(
      #"""
      "Described." schema { query: Q }
      extend schema { subscription: S }
      type Q { a: Int } type S { a: Int } type Mutation { a: Int }
      """#)
    #expect(defined.description == "Described.")
    #expect(defined[defined.queryType].name == "Q")
    #expect(defined.mutationType == nil)
    #expect(defined.subscriptionType == defined.typeID(named: "S"))
  }

  @Test("merges extensions, also those before the definition (T20)")
  func extensions() throws {
    let schema = try schema(
      """
      extend type Query implements I { b: Int }
      type Query { a: U }
      extend union U = B
      union U = A
      interface I { b: Int }
      type A { e: E } type B { e: E }
      enum E { X }
      extend enum E { Y }
      input P { a: Int }
      extend input P { b: E = Y }
      extend type Query { c(p: P): Int }
      scalar D @specifiedBy(url: "a")
      """)
    #expect(schema[schema.queryType].fields.map(\.name) == ["a", "b", "c"])
    #expect(schema[schema.queryType].interfaces.map { schema[$0].name } == ["I"])
    #expect(printSchema(schema).contains("union U = A | B\n"))
    #expect(printSchema(schema).contains("enum E {\n  X\n  Y\n}"))
    #expect(printSchema(schema).contains("input P {\n  a: Int\n  b: E = Y\n}"))
    #expect(printSchema(schema).contains(#"scalar D @specifiedBy(url: "a")"#))
  }

  @Test("knows the object types that a value can have")
  func possibleTypes() throws {
    let schema = try schema(
      """
      interface I { a: Int } interface J implements I { a: Int }
      union U = B | A
      type A implements I { a: Int } type B implements I & J { a: Int } type C { u: U }
      type Query { c: C }
      """)
    func possible(_ name: String) throws -> [String] {
      schema.possibleTypes(of: try #require(schema.typeID(named: name))).map { schema[$0].name }
    }
    #expect(try possible("I") == ["A", "B"])
    #expect(try possible("J") == ["B"])
    #expect(try possible("U") == ["B", "A"])
    #expect(try possible("C") == ["C"])
    #expect(try possible("Int") == [])
    let (union, interface) = (
      try #require(schema.typeID(named: "U")), try #require(schema.typeID(named: "J"))
    )
    #expect(schema.typesOverlap(union, interface))
    #expect(!schema.typesOverlap(interface, try #require(schema.typeID(named: "A"))))
    #expect(!schema.isSubtype(union, of: interface))
    #expect(schema.isSubtype(interface, of: try #require(schema.typeID(named: "I"))))
  }

  @Test("coerces defaults, with the defaults of what they contain")
  func defaults() throws {
    let schema = try schema(
      """
      input A { b: B = {d: 2} l: [Int] = 1 }
      input B { c: C = {} d: Float }
      input C { e: E! = X f: Int g: ID = 7 }
      enum E { X }
      type Query { a(a: A = {}, n: Int = null, o: Int): Int }
      """)
    let field = try #require(schema[schema.queryType].fields.first)
    let c = InputValue.object([
      InputEntry(name: "e", value: .enum("X")), InputEntry(name: "g", value: .string("7")),
    ])
    let b = InputValue.object([
      InputEntry(name: "c", value: c), InputEntry(name: "d", value: .float(2)),
    ])
    #expect(
      field.arguments.map(\.defaultValue) == [
        .object([InputEntry(name: "b", value: b), InputEntry(name: "l", value: .list([.int(1)]))]),
        .null, nil,
      ])
    #expect(field.arguments.map(\.defaultValueText) == ["{  }", "null", nil])
  }

  @Test("keeps reasons of deprecation, and applied directives with their arguments (T18)")
  func directives() throws {
    let schema = try schema(
      """
      directive @requires(role: Role! = EDITOR, note: String) repeatable on FIELD_DEFINITION
      enum Role { EDITOR ADMIN @deprecated }
      type Query {
        a: Role @requires @requires(role: ADMIN, note: "b")
        b: Int @deprecated(reason: "Use `a`.")
        c(d: Int @deprecated): Int
      }
      """)
    let fields = schema[schema.queryType].fields
    #expect(fields.map(\.deprecationReason) == [nil, "Use `a`.", nil])
    #expect(fields[2].arguments[0].deprecationReason == "No longer supported")
    #expect(fields[0].appliedDirectives.map(\.name) == ["requires", "requires"])
    #expect(fields[0].appliedDirectives.map { $0["role"] } == [.enum("EDITOR"), .enum("ADMIN")])
    #expect(fields[0].appliedDirectives.map { $0["note"] } == [nil, .string("b")])
  }

  @Test("lets a document redefine types (T1, differs: built-in ones may be, as in the reference)")
  func redefinition() throws {
    let schema = try schema(
      "scalar ID type Query { a: ID } directive @skip(if: Boolean!, why: String) on FIELD")
    #expect(schema.types.map(\.name).filter { $0 == "ID" }.count == 1)
    #expect(schema.directives.filter { $0.name == "skip" }.map(\.arguments.count) == [2])
    #expect(printSchema(schema) == "type Query {\n  a: ID\n}")
  }

  @Test("finds fields by names that stand in a document, meta-fields included (I2)")
  func lookup() throws {
    let schema = try schema("type Query { abc: Int } union U = Query")
    let document = parse("{ abc abcd ab __typename __schema __type }")
    let names = fieldNames(in: document)
    let union = try #require(schema.typeID(named: "U"))
    #expect(
      names.map { schema.field(named: $0, in: document, on: schema.queryType)?.name }
        == ["abc", nil, nil, "__typename", "__schema", "__type"])
    #expect(
      names.map { schema.field(named: $0, in: document, on: union)?.name }
        == [nil, nil, nil, "__typename", nil, nil])
  }

  private func fieldNames(in document: Document) -> [Name] {
    guard case .operation(let operation)? = document.definitions.first else { return [] }
    return document[operation.selectionSet.selections].compactMap { selection in
      guard case .field(let index) = selection else { return nil }
      return document[index].name
    }
  }
}

@Suite("§4.2 Schema Introspection")
struct IntrospectionTypeTests {
  @Test("is described by types with the names and types of the specification")
  func types() throws {
    let schema = try schema("type Query { a: Int }")
    let type = schema[try #require(schema.typeID(named: "__Type"))]
    #expect(
      type.fields.map { "\($0.name): \(schema.text(of: $0.type))" } == [
        "kind: __TypeKind!", "name: String", "description: String", "specifiedByURL: String",
        "fields: [__Field!]", "interfaces: [__Type!]", "possibleTypes: [__Type!]",
        "enumValues: [__EnumValue!]", "inputFields: [__InputValue!]", "ofType: __Type",
        "isOneOf: Boolean",
      ])
    for field in type.fields where !field.arguments.isEmpty {
      #expect(field.arguments.map(\.name) == ["includeDeprecated"])
      #expect(field.arguments.map { schema.text(of: $0.type) } == ["Boolean!"])
      #expect(field.arguments.map(\.defaultValue) == [.boolean(false)])
    }
    #expect(schema.text(of: schema.typeField.type) == "__Type")
    #expect(schema.text(of: schema.schemaField.type) == "__Schema!")
    #expect(schema.text(of: schema.typenameField.type) == "String!")
    #expect(schema.typeField.arguments.map { schema.text(of: $0.type) } == ["String!"])
  }

  @Test("describes everything in it")
  func descriptions() throws {
    let schema = try schema("type Query { a: Int }")
    for type in schema.types where type.isIntrospectionType {
      #expect(type.description != nil, "\(type.name)")
      for field in type.fields {
        #expect(field.description != nil, "\(type.name).\(field.name)")
        #expect(field.arguments.allSatisfy { $0.description != nil })
      }
    }
    #expect(schema.directives.allSatisfy { $0.description != nil })
  }
}
