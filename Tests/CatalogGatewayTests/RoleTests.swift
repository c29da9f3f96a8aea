import CatalogGateway
import CatalogStore
import GraphQLSchema
import Testing

@Suite("Roles")
struct RoleTests {
  private static let mutations: [(mutation: String, least: Role)] = [
    ("createPackage(input: {title: \"X\"}) { change { revision } }", .editor),
    ("updatePackage(input: {package: {id: 1}, title: \"X\"}) { change { revision } }", .editor),
    ("deletePackage(input: {package: {id: 1}}) { deletedId }", .moderator),
    ("upsertPackages(input: {packages: []}) { created }", .editor),
    ("createGrid(input: {title: \"X\"}) { change { revision } }", .editor),
    ("updateGrid(input: {grid: {id: 1}, title: \"X\"}) { change { revision } }", .editor),
    ("updateGrid(input: {grid: {id: 1}, isLocked: true}) { change { revision } }", .moderator),
    ("updateGrid(input: {grid: {id: 3}, title: \"X\"}) { change { revision } }", .moderator),
    ("deleteGrid(input: {grid: {id: 2}}) { deletedId }", .moderator),
    ("upsertGrids(input: {grids: []}) { created }", .editor),
    ("createCategory(input: {title: \"X\"}) { change { revision } }", .moderator),
    (
      "updateCategory(input: {category: {id: 1}, title: \"X\"}) { change { revision } }", .moderator
    ),
    ("deleteCategory(input: {category: {slug: \"empty\"}}) { deletedId }", .moderator),
    ("upsertCategories(input: {categories: []}) { created }", .moderator),
    ("addPackageToGrid(input: {grid: {id: 1}, package: {id: 5}}) { change { revision } }", .editor),
    (
      "addPackageToGrid(input: {grid: {id: 3}, package: {id: 5}}) { change { revision } }",
      .moderator
    ),
    ("removePackageFromGrid(input: {grid: {id: 1}, package: {id: 1}}) { deletedId }", .editor),
    ("createFeature(input: {grid: {id: 1}, title: \"X\"}) { change { revision } }", .editor),
    ("createFeature(input: {grid: {id: 3}, title: \"X\"}) { change { revision } }", .moderator),
    ("updateFeature(input: {id: 21, title: \"X\"}) { change { revision } }", .editor),
    ("deleteFeature(input: {id: 21}) { deletedId }", .moderator),
    (
      """
      setElement(input: {grid: {id: 1}, package: {id: 1}, feature: 21, text: "X"}) {
        change { revision } }
      """, .editor
    ),
    ("revertChange(input: {revision: 2}) { change { revision } }", .moderator),
  ]

  @Test("each mutation asks for its own, and those above have it", arguments: Role.allCases)
  func matrix(role: Role) throws {
    let catalog = try EditableCatalog()
    // A category without packages, and a change to revert.
    _ = try catalog.data(
      "mutation { createCategory(input: {title: \"Empty\"}) { category { id } } }")
    let credentials = try catalog.credentials(role)
    for (mutation, least) in Self.mutations {
      let codes = try catalog.codes(
        "mutation { \(mutation.replacing("{title: \\\"X\\\"", with: "{")) }", as: credentials)
      if role < least {
        #expect(codes == ["FORBIDDEN"], "\(mutation)")
      } else {
        #expect(!codes.contains("FORBIDDEN"), "\(mutation)")
      }
    }
  }

  @Test("every field of Mutation asks for one, so that none is left open")
  func allRestricted() throws {
    let schema = try EditableCatalog().gateway.schema
    let mutations = try #require(schema.mutationType.map { schema[$0].fields })
    #expect(mutations.count == 19)
    for field in mutations {
      let role = try #require(field.requiredRole, "\(field.name)")
      #expect(field.description?.hasSuffix("\n\nRequires the role \(role).") == true)
    }
  }

  @Test("without a token nothing is executed, and each field concerned is named")
  func withoutToken() throws {
    let catalog = try EditableCatalog()
    let response = try catalog.respond(
      """
      mutation { createPackage(input: {title: "X"}) { package { id } }
        deleteGrid(input: {grid: {id: 1}}) { deletedId } }
      """, as: .none)
    #expect(response.outcome == .requestError(.unauthenticated))
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"errors":[{"message":"Mutation.createPackage requires a token with the role EDITOR.",\
        "locations":[{"line":1,"column":12}],"extensions":{"code":"UNAUTHENTICATED"}},\
        {"message":"Mutation.deleteGrid requires a token with the role MODERATOR.",\
        "locations":[{"line":2,"column":3}],"extensions":{"code":"UNAUTHENTICATED"}}]}
        """)
    #expect(try catalog.data("{ catalog { revision } }") == #"{"catalog":{"revision":1}}"#)
  }

  @Test("with a lesser role nothing is executed, not even what would be allowed")
  func lesserRole() throws {
    let catalog = try EditableCatalog()
    let response = try catalog.respond(
      """
      mutation { createPackage(input: {title: "X"}) { package { id } }
        deleteGrid(input: {grid: {id: 1}}) { deletedId } }
      """, as: catalog.credentials(.editor))
    #expect(response.outcome == .requestError(.forbidden))
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"errors":[{"message":"Mutation.deleteGrid requires the role MODERATOR; this token has \
        EDITOR.","locations":[{"line":2,"column":3}],"extensions":{"code":"FORBIDDEN"}}]}
        """)
    #expect(try catalog.data("{ catalog { revision } }") == #"{"catalog":{"revision":1}}"#)
  }

  @Test("what the variables leave out is not asked about")
  func leftOut() throws {
    #expect(
      try EditableCatalog().data(
        """
        mutation($do: Boolean!) { __typename
          deleteGrid(input: {grid: {id: 1}}) @include(if: $do) { deletedId } }
        """, variables: "{\"do\": false}", as: .none) == #"{"__typename":"Mutation"}"#)
  }

  @Test("a locked grid refuses an editor at the field")
  func lockedGrid() throws {
    let catalog = try EditableCatalog()
    let response = try catalog.respond(
      "mutation { updateGrid(input: {grid: {slug: \"empty\"}, title: \"X\"}) { grid { id } } }",
      as: catalog.credentials(.editor))
    #expect(response.outcome == .dataWithErrors(dataIsNull: false))
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"errors":[{"message":"Grid 3 is locked; only a moderator may change it.",\
        "locations":[{"line":1,"column":12}],"path":["updateGrid"],\
        "extensions":{"code":"FORBIDDEN"}}],"data":{"updateGrid":null}}
        """)
  }

  @Test("a token that does not count is refused, whatever is asked")
  func badTokens() throws {
    let catalog = try EditableCatalog()
    let expired = try catalog.credentials(.admin, name: "old", isExpired: true)
    let revoked = try catalog.credentials(.admin, name: "gone")
    try catalog.database.makeWriter().revokeToken(name: "gone", at: currentInstant())
    for (credentials, message) in [
      (expired, "The token has expired."), (revoked, "The token was revoked."),
      (.bearer("nonsense"), "The token is not known here."),
      (.bearer(""), "The token is not known here."),
    ] {
      let response = try catalog.respond("{ __typename }", as: credentials)
      #expect(response.outcome == .requestError(.unauthenticated))
      #expect(
        String(decoding: response.body, as: UTF8.self) == """
          {"errors":[{"message":"\(message)","extensions":{"code":"UNAUTHENTICATED"}}]}
          """)
    }
  }

  @Test("reading can be closed to those without a token")
  func requiredToken() throws {
    let catalog = try EditableCatalog(requiresToken: true)
    #expect(try catalog.codes("{ __typename }", as: .none) == ["UNAUTHENTICATED"])
    #expect(try catalog.codes("{ __typename }", as: catalog.credentials(.editor)) == [])
  }
}
