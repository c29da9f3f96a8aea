import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §2.5 Protocol Version")
struct ProtocolVersionTests {
  private func responses(_ version: String) throws -> [TestResponse] {
    try TestConnection().responses(
      to: "POST /graphql \(version)\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Content-Length: 26\r\n\r\n{\"query\":\"{ __typename }\"}")
  }

  @Test("a later minor version is taken for 1.1", arguments: 1...9)
  func minor(minor: Int) throws {
    let responses = try responses("HTTP/1.\(minor)")
    #expect(responses.map(\.status) == [200])
    #expect(responses.map(\.body) == [#"{"data":{"__typename":"Query"}}"#])
    #expect(responses.map { $0.fields["Connection"] } == [nil])
  }

  @Test(
    "another major version is not spoken here",
    arguments: ["HTTP/0.9", "HTTP/0.0", "HTTP/2.0", "HTTP/2.1", "HTTP/3.0", "HTTP/9.9"])
  func major(version: String) throws {
    let responses = try responses(version)
    #expect(responses.map(\.status) == [505])
    #expect(responses.map { $0.fields["Connection"] } == ["close"])
  }

  @Test(
    "what is no version is malformed",
    arguments: [
      "", "HTTP", "HTTP/", "HTTP/1", "HTTP/1.", "HTTP/.1", "HTTP/1.x", "HTTP/1.10", "HTTP/11.1",
      "HTTP/01.1", "HTTP/1,1", "HTTP/1.1 ", "http/1.1", "HTTPS/1.1", "HTTP /1.1", "1.1",
    ])
  func malformed(version: String) throws {
    let responses = try responses(version)
    #expect(responses.map(\.status) == [400])
    #expect(responses.map { $0.fields["Connection"] } == ["close"])
  }

  @Test("after a version that is refused, nothing more is looked at or kept")
  func nothingMore() throws {
    let connection = try TestConnection()
    #expect(try connection.responses(to: "GET / HTTP/2.0\r\n\r\n").map(\.status) == [505])
    #expect(connection.isClosed)
  }
}
