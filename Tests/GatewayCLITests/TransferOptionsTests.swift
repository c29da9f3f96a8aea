import GatewayHTTP
import Testing

@testable import GatewayCLI

@Suite("Options of gridql serve for compression and caches")
struct TransferOptionsTests {
  private func policy(_ arguments: String...) throws -> TransferPolicy {
    try #require(try Gridql.parseAsRoot(["serve"] + arguments) as? Serve).transfer.policy
  }

  @Test("without them the policy is the server's")
  func defaults() throws {
    #expect(try policy() == TransferPolicy())
  }

  @Test("each sets one part of it")
  func all() throws {
    var expected = TransferPolicy()
    expected.compresses = false
    expected.compressionBytes = 100
    expected.compressesREST = true
    expected.cacheControl = CacheControl("public, max-age=60")
    #expect(
      try policy(
        "--compression", "off", "--compression-min-bytes", "100", "--compress-rest",
        "--cache-control", "public,max-age=60") == expected)
  }

  @Test(
    "what is none of that is wrong usage",
    arguments: [
      ["--compression", "maybe"], ["--compression-min-bytes", "-1"],
      ["--cache-control", "max-age"],
      ["--cache-control", "a\r\nb: c"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) {
      try Gridql.parseAsRoot(["serve"] + arguments)
    }
  }
}
