import NIOCore
import Testing

@testable import GatewayHTTP

private let query = TestRequest.post(#"{"query":"{ __typename }"}"#)

@Suite("Timeouts")
struct ConnectionTimeoutTests {
  private let short: (inout ServerConfiguration) -> Void = {
    $0.idleTimeout = .seconds(60)
    $0.requestTimeout = .seconds(30)
  }

  @Test("a connection without requests is closed without a word")
  func idle() throws {
    let connection = try TestConnection(short)
    connection.wait(.seconds(59))
    #expect(!connection.isClosed)
    connection.wait(.seconds(1))
    #expect(connection.isClosed)
    #expect(try connection.received().isEmpty)
  }

  @Test("every request begins a new wait")
  func renewed() throws {
    let connection = try TestConnection(short)
    for _ in 0..<5 {
      connection.wait(.seconds(59))
      #expect(try connection.response(to: query).status == 200)
    }
    connection.wait(.seconds(60))
    #expect(connection.isClosed)
  }

  @Test("a head that does not end is a 408, however often a byte of it arrives")
  func slowHead() throws {
    let connection = try TestConnection(short)
    try connection.send("GET /health/live HTTP/1.1\r\nX: ")
    for _ in 0..<29 {
      connection.wait(.seconds(1))
      try connection.send("a")
    }
    #expect(try connection.received().isEmpty)
    connection.wait(.seconds(1))
    #expect(try TestResponse.all(in: connection.received()).map(\.status) == [408])
    #expect(connection.isClosed)
  }

  @Test("a body that does not end is a 408")
  func slowBody() throws {
    let connection = try TestConnection(short)
    connection.wait(.seconds(50))
    try connection.send(String(query.text.dropLast()))
    connection.wait(.seconds(29))
    #expect(!connection.isClosed)
    connection.wait(.seconds(1))
    #expect(try TestResponse.all(in: connection.received()).map(\.status) == [408])
    #expect(connection.isClosed)
  }

  @Test("a client that takes nothing of its answers is closed")
  func unreadAnswers() throws {
    let connection = try TestConnection(short)
    connection.channel.isWritable = false
    connection.channel.pipeline.fireChannelWritabilityChanged()
    connection.wait(.seconds(60))
    #expect(!connection.isClosed)
    connection.wait(.seconds(60))
    #expect(connection.isClosed)
  }

  @Test("a request that arrives in time is not held to the time of the one before")
  func twoSlowRequests() throws {
    let connection = try TestConnection(short)
    for _ in 0..<3 {
      try connection.send(String(query.text.dropLast()))
      connection.wait(.seconds(29))
      #expect(try connection.responses(to: "}").map(\.status) == [200])
    }
  }
}

@Suite("Draining")
struct DrainingTests {
  @Test("a connection between requests is closed at once")
  func idle() throws {
    let connection = try TestConnection()
    _ = try connection.response(to: query)
    drain(connection)
    #expect(connection.isClosed)
  }

  @Test("a request that has begun is answered, then the connection is closed")
  func finishes() throws {
    let connection = try TestConnection()
    try connection.send(String(query.text.dropLast()))
    drain(connection)
    #expect(!connection.isClosed)
    let responses = try connection.responses(to: "}")
    #expect(responses.map(\.status) == [200])
    #expect(responses.map { $0.fields["Connection"] } == ["close"])
    #expect(connection.isClosed)
  }

  @Test("so is one of which only a part of the head is there")
  func finishesHead() throws {
    let connection = try TestConnection()
    try connection.send(String(query.text.prefix(10)))
    drain(connection)
    #expect(!connection.isClosed)
    #expect(
      try connection.responses(to: String(query.text.dropFirst(10))).map(\.status) == [200])
    #expect(connection.isClosed)
  }

  @Test("the server is no longer ready, but says so")
  func notReady() throws {
    let connection = try TestConnection()
    try connection.send("GET /health/ready HTTP/1.1\r\n")
    drain(connection)
    let responses = try connection.responses(to: "Host: a\r\n\r\n")
    #expect(responses.map(\.status) == [503])
    #expect(responses.map(\.body) == [#"{"status":"draining"}"#])
  }

  @Test("a client that does not finish is not waited for longer than the drain timeout")
  func givesUp() throws {
    let connection = try TestConnection { $0.drainTimeout = .seconds(5) }
    try connection.send(String(query.text.dropLast()))
    drain(connection)
    connection.wait(.milliseconds(4999))
    #expect(!connection.isClosed)
    connection.wait(.milliseconds(1))
    #expect(connection.isClosed)
  }

  private func drain(_ connection: TestConnection) {
    connection.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    connection.channel.embeddedEventLoop.run()
  }
}
