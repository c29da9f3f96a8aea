import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Roles in the schema")
struct RequiredRoleTests {
  private func schema() throws -> Schema {
    try buildSchema(
      from: parseDocument(
        Source(
          """
          directive @requires(role: Role!) on FIELD_DEFINITION
          directive @other on FIELD_DEFINITION
          enum Role { EDITOR ADMIN }
          type Query {
            open: Int @other
            "Described."
            described: Int @other @requires(role: EDITOR)
            bare: Int @requires(role: ADMIN)
          }
          """)))
  }

  @Test("a field's role is what @requires says")
  func roles() throws {
    let schema = try schema()
    #expect(schema[schema.queryType].fields.map(\.requiredRole) == [nil, "EDITOR", "ADMIN"])
  }

  @Test("descriptions tell the role, where asked for")
  func descriptions() throws {
    let schema = try schema()
    #expect(
      schema[schema.queryType].fields.map(\.description) == [nil, "Described.", nil])
    #expect(
      schema.describingRequiredRoles()[schema.queryType].fields.map(\.description) == [
        nil, "Described.\n\nRequires the role EDITOR.", "Requires the role ADMIN.",
      ])
  }
}
