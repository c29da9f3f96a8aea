import CatalogGateway
import Testing

@testable import GatewayHTTP

private func gateway(limits: RequestLimits = .none) throws -> Gateway {
  try Gateway(catalog: generatedCatalog(packages: 8_000), limits: limits, report: { _ in })
}

private let query = "{ packages(first: 1000000) { id slug created modified category { slug } } }"
private let long = TestRequest.post("{\"query\":\"\(query)\"}")
private let short = TestRequest.post(#"{"query":"{ package(id: 3) { id } }"}"#)

/// A response of unknown length, and what came behind it.
private struct ChunkedResponse {
  let head: String
  var body = ""
  /// Whether the last chunk, which is empty, is there.
  var isComplete = false
  var rest: Substring = ""

  /// Reads a response. RFC 9112 §7.1 Chunked Transfer Coding.
  init(_ text: String) throws {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    head = String(parts[0])
    var bytes = Array(parts[1].utf8)[...]
    while let end = bytes.firstIndex(of: UInt8(ascii: "\r")) {
      guard let size = Int(String(decoding: bytes[..<end], as: UTF8.self), radix: 16) else { break }
      bytes = bytes[(end + 2)...]
      body += String(decoding: bytes.prefix(size), as: UTF8.self)
      bytes = bytes.dropFirst(size + 2)
      if size == 0 {
        isComplete = true
        break
      }
    }
    rest = Substring(String(decoding: bytes, as: UTF8.self))
  }
}

@Suite("An answer that is executed while it is sent", .serialized)
struct StreamedAnswerTests {
  private func whole(_ gateway: Gateway) throws -> String {
    let session = try gateway.makeSession()
    return String(
      decoding: session.execute(GraphQLRequest(query: Array(query.utf8))).body, as: UTF8.self)
  }

  @Test("is the answer, in chunks; others on its connection wait for its end")
  func chunks() async throws {
    let gateway = try gateway()
    let expected = try whole(gateway)
    try await RunningServer.with(gateway: gateway) { address in
      for _ in 0..<2 {
        var last = short
        last.fields = "Connection: close\r\n"
        let text = try await exchange(long.text + last.text, with: address)
        let response = try ChunkedResponse(text)
        #expect(response.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(response.head.contains("\r\nTransfer-Encoding: chunked"))
        #expect(!response.head.contains("Content-Length"))
        #expect(response.isComplete)
        #expect(response.body == expected)
        #expect(response.rest.hasSuffix(#"{"data":{"package":{"id":"3"}}}"#))
      }
    }
  }

  @Test("of a GET is kept by no cache, and that of a HEAD has no content")
  func methods() async throws {
    let gateway = try gateway()
    let target =
      "/graphql?query=%7Bpackages%28first%3A9999%29%7Bid%20slug%20created%20modified%7D%7D"
    try await RunningServer.with(gateway: gateway) { address in
      var get = TestRequest.get(target)
      get.fields = "Connection: close\r\nAccept-Encoding: gzip\r\n"
      let response = try await ChunkedResponse(exchange(get.text, with: address))
      #expect(response.isComplete)
      #expect(!response.head.contains("ETag"))
      #expect(!response.head.contains("Content-Encoding"))
      #expect(response.head.contains("Cache-Control: no-store"))
      get.method = "HEAD"
      let head = try await exchange(get.text, with: address)
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(head.hasSuffix("\r\n\r\n"))
    }
  }

  @Test("over HTTP/1.0 ends with the connection")
  func oldProtocol() async throws {
    let gateway = try gateway()
    let expected = try whole(gateway)
    try await RunningServer.with(gateway: gateway) { address in
      let request = long.text.replacing("HTTP/1.1", with: "HTTP/1.0")
      let text = try await exchange(request, with: address)
      let parts = text.split(separator: "\r\n\r\n", maxSplits: 1)
      #expect(!parts[0].contains("Transfer-Encoding"))
      #expect(parts[0].contains("Connection: close"))
      #expect(parts[1] == expected)
    }
  }

  @Test("that passes a limit on its way is cut, so that nobody takes it for whole")
  func cut() async throws {
    var limits = RequestLimits.none
    limits.responseBytes = 250_000
    let gateway = try gateway(limits: limits)
    try await RunningServer.with(gateway: gateway) { address in
      let response = try await ChunkedResponse(exchange(long.text + short.text, with: address))
      #expect(response.body.hasPrefix(#"{"data":{"packages":[{"id":"#))
      #expect(!response.isComplete)
      #expect(response.rest.isEmpty)
    }
  }
}
