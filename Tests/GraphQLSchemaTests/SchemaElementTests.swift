import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("§2.14 Schema Coordinates (L20)")
struct SchemaElementTests {
  private func element(_ coordinate: String) throws -> SchemaElement? {
    let schema = try schema(
      """
      type Query implements I { a(b: Int): U }
      interface I { a(b: Int): U }
      union U = Query
      enum E { A }
      input In { c: E }
      directive @d(e: In) on FIELD
      """)
    return try schema.element(at: parseSchemaCoordinate(Source(coordinate)))
  }

  @Test(
    "name one element of a schema",
    arguments: [
      ("Query", "type Query"), ("E", "type E"), ("Int", "type Int"), ("Query.a", "field a"),
      ("I.a", "field a"), ("In.c", "input field c"), ("E.A", "value A"),
      ("Query.a(b:)", "argument b"), ("I.a(b:)", "argument b"), ("@d", "directive d"),
      ("@skip", "directive skip"), ("@d(e:)", "argument e"), ("__Type.name", "field name"),
    ])
  func names(coordinate: String, description: String) throws {
    #expect(try element(coordinate).map(text) == description)
  }

  @Test(
    "name nothing if only the last part is missing",
    arguments: ["A", "Query.b", "Query.__typename", "E.B", "In.d", "Query.a(c:)", "@e", "@d(f:)"])
  func namesNothing(coordinate: String) throws {
    #expect(try element(coordinate).map(text) == nil)
  }

  @Test(
    "are wrong if what should contain the element is missing, or has none of the kind",
    arguments: [
      ("A.b", SchemaCoordinateError.unknownType("A")),
      ("A.b(c:)", .unknownType("A")),
      ("Query.b(c:)", .unknownField("b", type: "Query")),
      ("@e(f:)", .unknownDirective("e")),
      ("U.a", .noMembers(type: "U")),
      ("Int.a", .noMembers(type: "Int")),
      ("In.c(d:)", .noArguments(type: "In")),
      ("E.A(b:)", .noArguments(type: "E")),
    ])
  func refuses(coordinate: String, error: SchemaCoordinateError) {
    #expect(throws: error) { try element(coordinate) }
  }

  @Test("errors say what was expected")
  func sentences() {
    #expect(
      [
        SchemaCoordinateError.unknownType("A"), .unknownField("b", type: "A"),
        .unknownDirective("d"), .noMembers(type: "U"), .noArguments(type: "E"),
      ].map(\.description) == [
        #"Expected "A" to be defined as a type in the schema."#,
        #"Expected "b" to exist as a field of type "A" in the schema."#,
        #"Expected "d" to be defined as a directive in the schema."#,
        #"Expected "U" to be an Enum, Input Object, Object or Interface type."#,
        #"Expected "E" to be an object type or interface type."#,
      ])
  }

  private func text(_ element: SchemaElement) -> String {
    switch element {
    case .type(let type): "type \(type.name)"
    case .field(let field): "field \(field.name)"
    case .inputField(let field): "input field \(field.name)"
    case .enumValue(let value): "value \(value.name)"
    case .argument(let argument): "argument \(argument.name)"
    case .directive(let directive): "directive \(directive.name)"
    }
  }
}
