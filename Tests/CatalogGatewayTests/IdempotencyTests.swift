import CatalogGateway
import CatalogStore
import Testing

@Suite("Requests that are sent again")
struct IdempotencyTests {
  private let mutation = """
    mutation($t: String!) { createPackage(input: {title: $t}) { package { id } change { time } } }
    """
  private let count = "{ catalog { packageCount } }"

  private func text(_ response: GraphQLResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test("the same key gets the same bytes, and nothing happens")
  func sameKey() throws {
    let catalog = try EditableCatalog()
    let first = try catalog.respond(mutation, variables: "{\"t\": \"A\"}", key: "k")
    let again = try catalog.respond(mutation, variables: "{\"t\": \"A\"}", key: "k")
    #expect(text(again) == text(first))
    #expect(again.outcome == .data)
    #expect(try catalog.data(count) == #"{"catalog":{"packageCount":6}}"#)
  }

  @Test("the key may be in the input")
  func keyInInput() throws {
    let catalog = try EditableCatalog()
    let mutation = """
      mutation { createPackage(input: {title: "A", idempotencyKey: "k"}) { change { time } } }
      """
    let first = try catalog.respond(mutation)
    #expect(text(try catalog.respond(mutation)) == text(first))
    #expect(text(try catalog.respond(mutation, key: "k")) == text(first))
    #expect(try catalog.data(count) == #"{"catalog":{"packageCount":6}}"#)
  }

  @Test("also after a restart")
  func afterRestart() throws {
    try withDatabasePath { path in
      let first = try EditableCatalog(path: path)
        .respond(mutation, variables: "{\"t\": \"A\"}", key: "k")
      let reopened = try EditableCatalog(path: path, fills: false)
      #expect(
        text(try reopened.respond(mutation, variables: "{\"t\": \"A\"}", key: "k")) == text(first))
      #expect(try reopened.data(count) == #"{"catalog":{"packageCount":6}}"#)
    }
  }

  @Test("the same key with another request is refused")
  func otherRequest() throws {
    let catalog = try EditableCatalog()
    _ = try catalog.respond(mutation, variables: "{\"t\": \"A\"}", key: "k")
    let other = try catalog.respond(mutation, variables: "{\"t\": \"B\"}", key: "k")
    #expect(other.outcome == .requestError(.conflict))
    #expect(
      text(other) == """
        {"errors":[{"message":"The idempotency key was used for another input.",\
        "extensions":{"code":"CONFLICT"}}]}
        """)
    #expect(try catalog.data(count) == #"{"catalog":{"packageCount":6}}"#)
  }

  @Test("a key is its actor's own")
  func otherActor() throws {
    let catalog = try EditableCatalog()
    let ann = try catalog.credentials(.editor, name: "ann")
    let bob = try catalog.credentials(.editor, name: "bob")
    _ = try catalog.respond(mutation, variables: "{\"t\": \"A\"}", as: ann, key: "k")
    let other = try catalog.respond(mutation, variables: "{\"t\": \"B\"}", as: bob, key: "k")
    #expect(other.outcome == .data)
  }

  @Test("an answer with the client's errors is kept, too")
  func keptErrors() throws {
    let catalog = try EditableCatalog()
    let update = """
      mutation { updatePackage(input: {package: {slug: "a"}, title: "B"}) { package { title } } }
      """
    let first = try catalog.respond(update, key: "k")
    _ = try catalog.respond(mutation, variables: "{\"t\": \"A\"}")
    #expect(text(try catalog.respond(update, key: "k")) == text(first))
    #expect(try catalog.respond(update).outcome == .data)
  }

  @Test("a dry run is not")
  func dryRun() throws {
    let catalog = try EditableCatalog()
    let update = """
      mutation { updatePackage(input: {package: {id: 1}, title: "B", dryRun: true}) {
        change { fields { before } } } }
      """
    let first = try catalog.respond(update, key: "k")
    _ = try catalog.respond(
      "mutation { updatePackage(input: {package: {id: 1}, title: \"C\"}) { package { id } } }")
    #expect(text(try catalog.respond(update, key: "k")) != text(first))
  }
}
