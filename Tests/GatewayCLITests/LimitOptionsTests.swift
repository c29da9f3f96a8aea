import CatalogGateway
import Testing

@testable import GatewayCLI

@Suite("Options of gridql serve")
struct LimitOptionsTests {
  private func serve(_ arguments: String...) throws -> Serve {
    try #require(try Gridql.parseAsRoot(["serve"] + arguments) as? Serve)
  }

  @Test("without them the limits are the gateway's")
  func defaults() throws {
    #expect(try serve().limits.requestLimits == RequestLimits())
  }

  @Test("each limit is a number, or none")
  func limits() throws {
    let options = try serve(
      "--max-depth", "7", "--max-rows", "none", "--deadline", "250ms", "--max-tokens", "1"
    ).limits.requestLimits
    var expected = RequestLimits()
    expected.depth = 7
    expected.rows = .max
    expected.deadline = .milliseconds(250)
    expected.tokens = 1
    #expect(options == expected)
    #expect(try serve("--deadline", "none").limits.requestLimits.deadline == nil)
    #expect(try serve("--mutation-deadline", "none").limits.requestLimits.mutationDeadline == nil)
    #expect(try serve("--deadline", "2m").limits.requestLimits.deadline == .seconds(120))
  }

  @Test("trusted documents are a folder's files or a manifest")
  func documents() throws {
    try TemporaryFolder.with { folder in
      _ = try folder.file("one.graphql", "{ __typename }\n")
      _ = try folder.file("two.gql", "{ a: __typename }")
      _ = try folder.file("notes.txt", "neither")
      let policy = try serve(
        "--trusted-documents", folder.path, "--trusted-documents-only", "--no-persisted-queries"
      ).documents.policy()
      #expect(policy.trusted.count == 2)
      #expect(policy.executesOnlyTrusted)
      #expect(!policy.remembersDocuments)
      let manifest = try folder.file("manifest.json", #"{"a":"{ __typename }"}"#)
      #expect(try trustedDocuments(at: manifest).count == 1)
      #expect(throws: FileError.self) { try trustedDocuments(at: folder.path + "/missing") }
    }
  }
}
