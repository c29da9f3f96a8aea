import NIOCore
import NIOHTTP1
import Testing

@testable import GatewayHTTP

/// What is said of a client, and who is believed to be it if the proxies 10.0.0.0/8 and 2001:db8::/32
/// are trusted.
struct Chain: Sendable, CustomTestStringConvertible {
  var peer = "10.0.0.1"
  let fields: [String: String]
  let client: String
  var isHTTPS = false
  var host = "asked.org"

  var testDescription: String { "\(peer) \(fields)" }
}

@Suite("RFC 7239 §4 Forwarded HTTP Header Field, and its forerunners")
struct ForwardingTests {
  @Test(
    "who passed a request on is believed if it is trusted, from right to left",
    arguments: [
      Chain(fields: [:], client: "10.0.0.1"),
      Chain(fields: ["X-Forwarded-For": "192.0.2.1"], client: "192.0.2.1"),
      Chain(fields: ["X-Forwarded-For": "192.0.2.9, 192.0.2.1"], client: "192.0.2.1"),
      Chain(fields: ["X-Forwarded-For": "192.0.2.1, 10.0.0.2"], client: "192.0.2.1"),
      Chain(fields: ["X-Forwarded-For": "10.0.0.3,10.0.0.2"], client: "10.0.0.3"),
      Chain(fields: ["X-Forwarded-For": "192.0.2.1, nonsense, 10.0.0.2"], client: "10.0.0.2"),
      Chain(fields: ["X-Forwarded-For": ""], client: "10.0.0.1"),
      Chain(fields: ["X-Forwarded-For": "192.0.2.1:4711"], client: "192.0.2.1"),
      Chain(fields: ["X-Forwarded-For": "2001:db9::1"], client: "2001:db9::1"),
      Chain(fields: ["X-Forwarded-For": "[2001:db9::1]:4711"], client: "2001:db9::1"),
      Chain(
        fields: ["X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"],
        client: "192.0.2.1", isHTTPS: true),
      Chain(
        fields: ["X-Forwarded-Proto": "HTTPS, http", "X-Forwarded-Host": "a.org, b.org"],
        client: "10.0.0.1", isHTTPS: true, host: "a.org"),
      Chain(
        fields: ["Forwarded": "for=192.0.2.1;proto=https;host=a.org"], client: "192.0.2.1",
        isHTTPS: true, host: "a.org"),
      Chain(
        fields: ["Forwarded": "for=192.0.2.9, For=\"[2001:db9::1]:4711\";by=x, for=10.0.0.9"],
        client: "2001:db9::1"),
      Chain(fields: ["Forwarded": "for=_hidden, for=10.0.0.9"], client: "10.0.0.9"),
      Chain(fields: ["Forwarded": "proto=https"], client: "10.0.0.1", isHTTPS: true),
      Chain(
        fields: ["Forwarded": "for=192.0.2.66;host=evil.org", "X-Forwarded-For": "192.0.2.1"],
        client: "192.0.2.1"),
    ])
  func believes(chain: Chain) throws { try check(chain) }

  @Test(
    "nobody else is",
    arguments: [
      Chain(peer: "192.0.2.7", fields: ["X-Forwarded-For": "10.0.0.1"], client: "192.0.2.7"),
      Chain(
        peer: "192.0.2.7", fields: ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.org"],
        client: "192.0.2.7"),
      Chain(
        peer: "192.0.2.7", fields: ["Forwarded": "for=10.0.0.1;proto=https;host=evil.org"],
        client: "192.0.2.7"),
    ])
  func disbelieves(chain: Chain) throws { try check(chain) }

  @Test("by default nobody is trusted at all")
  func trustsNobody() throws {
    var fields = RequestFields(["X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"])
    let peer = try #require(ipAddress("127.0.0.1"))
    #expect(fields.believe(peer, ifOneOf: ServerConfiguration().trustedProxies) == peer)
    #expect(!fields.isForwardedFromHTTPS)
  }

  private func check(_ chain: Chain) throws {
    let trusted = ["10.0.0.0/8", "2001:db8::/32"].compactMap { AddressBlock($0) }
    var headers = HTTPHeaders([("Host", "asked.org")])
    for (name, value) in chain.fields { headers.add(name: name, value: value) }
    var fields = RequestFields(headers)
    let client = fields.believe(try #require(ipAddress(chain.peer)), ifOneOf: trusted)
    #expect(client?.ipAddress == chain.client)
    #expect(fields.isForwardedFromHTTPS == chain.isHTTPS)
    #expect(fields.host == chain.host)
  }
}
