import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Later than the edition: directives on directive definitions (B1)")
struct DirectivesOnDirectivesTests {
  private static let options = SchemaOptions(allowsDirectivesOnDirectiveDefinitions: true)

  private func parse(_ source: String) throws -> Document {
    var options = ParseOptions()
    options.allowsDirectivesOnDirectiveDefinitions = true
    return try parseDocument(Source(source), options: options)
  }

  private func errors(in source: String) throws -> [GraphQLError] {
    let document = try parse(source)
    do throws(SchemaErrors) {
      _ = try buildSchema(from: document, options: Self.options)
      return []
    } catch {
      return error.errors
    }
  }

  @Test("deprecates a directive by its definition or an extension, and prints it (B1)")
  func deprecation() throws {
    let source = """
      directive @old(a: Int) @deprecated(reason: "Use @new.") repeatable on FIELD | QUERY

      directive @older on FIELD

      directive @new @meta on FIELD

      directive @meta on DIRECTIVE_DEFINITION

      type Query {
        a: Int
      }
      """
    let schema = try buildSchema(
      from: parse(source + " extend directive @older @deprecated"), options: Self.options)
    let reasons = schema.directives.prefix(4).map(\.deprecationReason)
    #expect(reasons == ["Use @new.", "No longer supported", nil, nil])
    let printed = source.replacing("@older on", with: "@older @deprecated on")
      .replacing(" @meta on FIELD", with: " on FIELD")
    #expect(printSchema(schema) == printed)
  }

  @Test("without the option, the built-in definitions are those of the edition (B1)")
  func withoutOption() throws {
    let document = try parse("directive @a @deprecated on FIELD type Query { a: Int }")
    let failure = #expect(throws: SchemaErrors.self) { try buildSchema(from: document) }
    #expect(
      failure?.errors.map(\.message) == [
        #"Directive "@deprecated" may not be used on DIRECTIVE_DEFINITION."#
      ])
    let schema = try buildSchema(from: parse("type Query { a: Int }"))
    let fields = schema.types.first { $0.name == "__Directive" }?.fields.map(\.name)
    #expect(fields == ["name", "description", "isRepeatable", "locations", "args"])
  }

  @Test(
    "refuses what is wrong with the directives (B1, T19)",
    arguments: [
      Refusal(
        "directive @a @b @c(d: 1) on FIELD directive @c on FIELD type Query { a: Int }",
        Problem(#"Unknown directive "@b"."#, "1:14"),
        Problem(#"Directive "@c" may not be used on DIRECTIVE_DEFINITION."#, "1:17"),
        Problem(#"Unknown argument "d" on directive "@c"."#, "1:20")),
      Refusal(
        """
        extend directive @olld @deprecated
        directive @old @deprecated on FIELD
        extend directive @old @deprecated
        type Query { a: Int }
        """,
        Problem(
          #"Cannot extend directive "@olld" because it is not defined. Did you mean "old"?"#,
          "1:19"),
        Problem(
          #"The directive "@deprecated" can only be used once at this location."#, "2:16", "3:23")),
      Refusal(
        "directive @a @a on DIRECTIVE_DEFINITION type Query { a: Int }",
        Problem(#"Cannot reference directive "@a" within itself."#, "1:14")),
      Refusal(
        """
        directive @a @b on DIRECTIVE_DEFINITION | ARGUMENT_DEFINITION
        directive @b(c: Int @a) on DIRECTIVE_DEFINITION
        type Query { a: Int }
        """,
        Problem(
          #"Cannot reference directive "@a" within itself through a series of directive "#
            + #"applications: "@b", "@a"."#, "1:14", "2:21")),
    ])
  func refusals(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
