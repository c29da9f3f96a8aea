import NIOCore
import Testing

@testable import GatewayHTTP

private let query = TestRequest.post(#"{"query":"{ __typename }"}"#)
private let data = #"{"data":{"__typename":"Query"}}"#

@Suite("RFC 9112 §9 Connection Management")
struct ConnectionPersistenceTests {
  @Test("a connection serves one request after the other")
  func keepsAlive() throws {
    let connection = try TestConnection()
    for _ in 0..<3 {
      let response = try connection.response(to: query)
      #expect(response.body == data)
      #expect(response.fields["Connection"] == nil)
    }
    #expect(!connection.isClosed)
  }

  @Test("a hundred requests in one packet are answered in order, in one write")
  func pipelines() throws {
    let connection = try TestConnection()
    let requests = (0..<100).map { TestRequest.post(#"{"query":"{ a\#($0): __typename }"}"#).text }
    try connection.send(requests.joined())
    let output = try #require(try connection.channel.readOutbound(as: ByteBuffer.self))
    #expect(try connection.channel.readOutbound(as: ByteBuffer.self) == nil)
    let responses = try TestResponse.all(in: String(buffer: output))
    #expect(responses.map(\.body) == (0..<100).map { #"{"data":{"a\#($0)":"Query"}}"# })
  }

  @Test("but those that take long let other connections go first")
  func takesTurns() throws {
    let connection = try TestConnection()
    let pipeline = connection.channel.pipeline
    pipeline.fireChannelRead(ByteBuffer(string: query.text))
    connection.wait(.milliseconds(2))
    pipeline.fireChannelRead(ByteBuffer(string: query.text + query.text))
    pipeline.fireChannelReadComplete()
    #expect(try TestResponse.all(in: connection.received()).map(\.body) == [data])
    connection.channel.embeddedEventLoop.run()
    #expect(try TestResponse.all(in: connection.received()).map(\.body) == [data, data])
  }

  @Test("a request may arrive byte by byte")
  func splits() throws {
    let connection = try TestConnection()
    for byte in query.text.utf8.dropLast() {
      try connection.send(String(UnicodeScalar(byte)))
      #expect(try connection.received().isEmpty)
    }
    try connection.send("}")
    #expect(try TestResponse.all(in: connection.received()).map(\.body) == [data])
  }

  @Test("a body may come in chunks")
  func chunks() throws {
    let response = try TestConnection().responses(
      to: "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"query\":\r\n10\r\n\"{ __typename }\"\r\n"
        + "1\r\n}\r\n0\r\n\r\n")
    #expect(response.map(\.body) == [data])
  }

  @Test("but not with more around its chunks than in them, however slowly that comes")
  func framing() throws {
    let head =
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n"
    let kilobyte = String(repeating: "a", count: 1_024)
    let pieces = [
      "an extension that does not end": ("1;", kilobyte),
      "chunks with long extensions": ("", "1;\(kilobyte)\r\n{\r\n"),
      "trailers": ("0\r\n", "a: \(kilobyte)\r\n"),
    ]
    for (name, (beginning, piece)) in pieces {
      let connection = try TestConnection()
      try connection.send(head + beginning)
      var sent = 0
      while !connection.isClosed && sent < 1_000 {
        try connection.send(piece)
        sent += 1
      }
      #expect(100..<200 ~= sent, "\(name)")
      let responses = try TestResponse.all(in: connection.received())
      #expect(responses.map(\.status) == [413], "\(name)")
      #expect(
        responses.map(\.body) == [
          #"{"errors":[{"message":"Sizes, extensions and trailers of the chunks have more than "#
            + #"131072 bytes; the limit framingBytes is 131072.","#
            + #""extensions":{"code":"LIMIT_EXCEEDED"}}]}"#
        ], "\(name)")
    }
  }

  @Test("a body of a hundred thousand bytes may come in as many chunks")
  func smallChunks() throws {
    let body = Array((#"{"query":"{ __typename }"}"# + String(repeating: " ", count: 100_000)).utf8)
    let chunks = body.map { "1\r\n\(UnicodeScalar($0))\r\n" }.joined()
    let response = try TestConnection().responses(
      to: "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n\(chunks)0\r\n\r\n")
    #expect(response.map(\.body) == [data])
  }

  @Test("a client that asks for it gets the connection closed")
  func closes() throws {
    var request = query
    request.fields = "Connection: close\r\n"
    let connection = try TestConnection()
    #expect(try connection.response(to: request).fields["Connection"] == "close")
    #expect(connection.isClosed)
  }

  @Test("HTTP/1.0 closes, or keeps alive when asked to")
  func http10() throws {
    let connection = try TestConnection()
    let kept = try connection.responses(
      to: "GET /health/live HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    #expect(kept.map { $0.fields["Connection"] } == ["keep-alive"])
    let closed = try connection.responses(to: "GET /health/live HTTP/1.0\r\n\r\n")
    #expect(closed.map { $0.fields["Connection"] } == ["close"])
    #expect(connection.isClosed)
  }

  @Test("an offer of another protocol is passed over, and the connection closed after the answer")
  func upgrade() throws {
    var request = query
    request.fields = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n"
    let connection = try TestConnection()
    let response = try connection.response(to: request)
    #expect(response.body == data)
    #expect(response.fields["Connection"] == "close")
  }

  @Test("while the client does not read, requests wait, and are answered in order when it does")
  func waitsForClient() throws {
    let connection = try TestConnection()
    setWritable(false, connection)
    try connection.send(query.text + TestRequest.get("/health/live").text)
    #expect(try connection.received().isEmpty)
    setWritable(true, connection)
    #expect(
      try TestResponse.all(in: connection.received()).map(\.body) == [data, #"{"status":"live"}"#])
  }

  private func setWritable(_ isWritable: Bool, _ connection: TestConnection) {
    connection.channel.isWritable = isWritable
    connection.channel.pipeline.fireChannelWritabilityChanged()
  }
}

@Suite("RFC 9110 §10.1.1 Expect")
struct ExpectTests {
  private let head =
    "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    + "Expect: 100-continue\r\nContent-Length: 26\r\n\r\n"

  @Test("a client that waits is told to go on")
  func goesOn() throws {
    let connection = try TestConnection()
    try connection.send(head)
    #expect(try connection.received() == "HTTP/1.1 100 Continue\r\n\r\n")
    #expect(try connection.responses(to: query.body).map(\.body) == [data])
  }

  @Test("or what speaks against it, before it has sent the body")
  func refuses() throws {
    let connection = try TestConnection()
    let responses = try connection.responses(
      to: head.replacing("application/json", with: "text/plain"))
    #expect(responses.map(\.status) == [415])
    #expect(connection.isClosed)
  }

  @Test("any other expectation is a 417")
  func fails() throws {
    let responses = try TestConnection().responses(
      to: head.replacing("100-continue", with: "the worst"))
    #expect(responses.map(\.status) == [417])
  }
}

@Suite("Limits of a request, and what is none")
struct RequestLimitTests {
  @Test("a body announced as too long is refused before it arrives")
  func announcedBody() throws {
    let connection = try TestConnection { $0.bodyBytes = 1000 }
    let responses = try connection.responses(
      to: "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Content-Length: 1001\r\n\r\n")
    #expect(responses.map(\.status) == [413])
    #expect(
      responses.map(\.body) == [
        #"{"errors":[{"message":"The request body has 1001 bytes; the limit bodyBytes is 1000.","#
          + #""extensions":{"code":"LIMIT_EXCEEDED"}}]}"#
      ])
    #expect(responses.map { $0.fields["Connection"] } == ["close"])
    #expect(connection.isClosed)
  }

  @Test("a body in chunks is refused when it passes the limit")
  func chunkedBody() throws {
    let connection = try TestConnection { $0.bodyBytes = 10 }
    let head =
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(try connection.responses(to: head + "a\r\n0123456789\r\n").isEmpty)
    #expect(try connection.responses(to: "1\r\n0\r\n").map(\.status) == [413])
    #expect(connection.isClosed)
  }

  @Test("a body of exactly the limit is read")
  func wholeBody() throws {
    let connection = try TestConnection { $0.bodyBytes = query.body.utf8.count }
    #expect(try connection.response(to: query).body == data)
  }

  @Test("a target over its limit is a 414")
  func target() throws {
    let connection = try TestConnection { $0.targetBytes = 100 }
    let target = "/graphql?query=" + String(repeating: "a", count: 86)
    #expect(try connection.response(to: .get(target)).status == 414)
    #expect(connection.isClosed)
  }

  @Test("header fields over their limits are a 431, however far over")
  func headerFields() throws {
    let few: (inout ServerConfiguration) -> Void = {
      $0.headerBytes = 1000
      $0.targetBytes = 1000
      $0.headerFields = 10
    }
    for (bytes, count) in [(1000, 1), (100_000, 1), (1, 10), (1, 1000)] {
      var request = query
      let value = String(repeating: "a", count: bytes)
      request.fields = String(repeating: "X: \(value)\r\n", count: count)
      let responses = try TestConnection(few).responses(to: request.text)
      #expect(responses.map(\.status) == [431])
    }
  }

  @Test(
    "what is no request is refused, and the connection closed",
    arguments: [
      ("hello\r\n\r\n", 400),
      ("GET /health/live HTTP/2.0\r\n\r\n", 505),
      ("GET /health/live HTTP/1.1\r\n\r\n", 400),
      ("GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
      ("GET /health/live HTTP/1.1\r\nHost : a\r\n\r\n", 400),
      ("GET /health/live HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400),
      ("GET /health/live HTTP/1.1\r\nHost: a\0b\r\n\r\n", 400),
      ("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
      ("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      (
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "0\r\n\r\n", 400
      ),
      ("POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
      ("POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n\r\n", 400),
      ("\u{16}\u{3}\u{1}\u{2}\0\u{1}", 400),
    ])
  func malformed(text: String, status: Int) throws {
    let connection = try TestConnection()
    let responses = try connection.responses(to: text)
    #expect(responses.map(\.status) == [status])
    #expect(responses.map { $0.fields["Connection"] } == ["close"])
    #expect(connection.isClosed)
  }

  @Test("what stands before it in the pipeline is answered first")
  func malformedAfterGood() throws {
    let responses = try TestConnection().responses(to: query.text + "hello\r\n\r\n")
    #expect(responses.map(\.status) == [200, 400])
  }

  @Test("a refused path still has its body read, and the connection goes on")
  func refusedWithBody() throws {
    var request = query
    request.target = "/nothing"
    let connection = try TestConnection()
    #expect(
      try connection.responses(to: request.text + query.text).map(\.status) == [404, 200])
  }
}
