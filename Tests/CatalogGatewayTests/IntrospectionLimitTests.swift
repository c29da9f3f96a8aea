import CatalogGateway
import CatalogStore
import Testing

@Suite("How deep introspection may go (I11)")
struct IntrospectionLimitTests {
  private static let deep =
    "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"

  @Test("an endpoint refuses lists of types three deep")
  func endpoint() throws {
    let response = try SmallCatalog.gateway.get().makeSession()
      .execute(GraphQLRequest(query: Array(Self.deep.utf8)))
    #expect(response.outcome == .requestError(.graphqlValidationFailed))
  }

  @Test("the operator's own queries go as deep as they like")
  func ownQueries() throws {
    let gateway = try Gateway(
      catalog: CatalogDatabase.inMemory(), limits: .none,
      report: { Issue.record("\($0)") })
    let response = try gateway.makeSession()
      .execute(GraphQLRequest(query: Array(Self.deep.utf8)))
    #expect(response.outcome == .data)
  }
}
