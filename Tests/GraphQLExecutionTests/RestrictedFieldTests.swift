import GraphQLExecution
import JSON
import TestSupport
import Testing

@Suite("Fields that ask for a role")
struct RestrictedFieldTests {
  private let schema = """
    directive @requires(role: Role!) on FIELD_DEFINITION
    enum Role { EDITOR ADMIN }
    type Query { open: Node secret: Int @requires(role: ADMIN) }
    type Node { next: Node secret: Int @requires(role: EDITOR) }
    """

  private func restricted(
    _ query: String, variables: [JSONMember] = []
  ) throws -> [String] {
    let service = try PlainService(schema)
    let plan = try service.plan(query)
    return plan.restrictedFields(for: try service.values(variables, of: plan)).map {
      "\($0.coordinate.type).\($0.coordinate.field) \($0.role) at \($0.location.column)"
    }
  }

  @Test("none where no definition asks for one")
  func none() throws {
    #expect(try restricted("{ open { next { next { __typename } } } }") == [])
  }

  @Test("each once, where it is selected first, fragments included")
  func eachOnce() throws {
    #expect(
      try restricted("{ secret open { next { a: secret } ...F } } fragment F on Node { secret }")
        == ["Query.secret ADMIN at 3", "Node.secret EDITOR at 24"])
  }

  @Test("only if the variables include it", arguments: [true, false])
  func guarded(included: Bool) throws {
    let variables = [JSONMember(name: "in", value: .boolean(included))]
    #expect(
      try restricted(
        "query($in: Boolean!) { open @include(if: $in) { secret } }", variables: variables)
        == (included ? ["Node.secret EDITOR at 49"] : []))
  }
}
