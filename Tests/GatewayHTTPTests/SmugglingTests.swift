import Testing

@testable import GatewayHTTP

/// Bytes that two servers in a row could take for different requests.
struct Probe: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: String
  var status = 400

  /// A POST whose field lines are the probe.
  init(_ name: String, fields: String, body: String = "") {
    self.name = name
    bytes =
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n\(fields)\r\n\(body)"
  }

  /// A probe of a whole request.
  init(_ name: String, bytes: String, status: Int = 400) {
    self.name = name
    self.bytes = bytes
    self.status = status
  }

  var testDescription: String { name }
}

/// What a smuggler would have answered: hidden behind each probe.
private let hidden = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"

@Suite("RFC 9112 §11.2 Request Smuggling")
struct SmugglingTests {
  @Test(
    "an ambiguous length is refused, and the connection closed",
    arguments: [
      Probe(
        "length and coding", fields: "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        body: "0\r\n\r\n"),
      Probe(
        "coding and length", fields: "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        body: "0\r\n\r\n"),
      Probe("two lengths", fields: "Content-Length: 5\r\nContent-Length: 6\r\n", body: "123456"),
      Probe(
        "two lengths of the same figure", fields: "Content-Length: 5\r\nContent-Length: 5\r\n",
        body: "12345"),
      Probe("a list of lengths", fields: "Content-Length: 5, 5\r\n", body: "12345"),
      Probe("a list of two lengths", fields: "Content-Length: 5, 6\r\n", body: "123456"),
      Probe("a length with a sign", fields: "Content-Length: +5\r\n", body: "12345"),
      Probe("a negative length", fields: "Content-Length: -5\r\n", body: "12345"),
      Probe("a hexadecimal length", fields: "Content-Length: 0x5\r\n", body: "12345"),
      Probe("a length with a fraction", fields: "Content-Length: 5.0\r\n", body: "12345"),
      Probe("a length with a blank inside", fields: "Content-Length: 1 2\r\n", body: "12345"),
      Probe("no length at all", fields: "Content-Length:\r\n", body: ""),
      Probe(
        "a length beyond every number",
        fields: "Content-Length: 99999999999999999999999999\r\n", body: ""),
      Probe(
        "a coding that is none", fields: "Transfer-Encoding: xchunked\r\n", body: "0\r\n\r\n"),
      Probe(
        "chunked not last", fields: "Transfer-Encoding: chunked, identity\r\n", body: "0\r\n\r\n"),
      Probe(
        "chunked under another", fields: "Transfer-Encoding: gzip, chunked\r\n",
        body: "0\r\n\r\n"),
      Probe(
        "chunked twice", fields: "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        body: "0\r\n\r\n"),
      Probe(
        "a coding in quotes", fields: "Transfer-Encoding: \"chunked\"\r\n", body: "0\r\n\r\n"),
      Probe(
        "a coding after a vertical tab", fields: "Transfer-Encoding:\u{B}chunked\r\n",
        body: "0\r\n\r\n"),
      Probe("an empty coding", fields: "Transfer-Encoding:\r\n", body: "0\r\n\r\n"),
      Probe(
        "a coding in HTTP/1.0",
        bytes: "POST /graphql HTTP/1.0\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ])
  func length(probe: Probe) throws { try check(probe) }

  @Test(
    "so is a head that is not well-formed",
    arguments: [
      Probe("a blank before the colon", fields: "Content-Length : 5\r\n", body: "12345"),
      Probe("a tab before the colon", fields: "Content-Length\t: 5\r\n", body: "12345"),
      Probe("a folded line", fields: "X: a\r\n b\r\nContent-Length: 0\r\n"),
      Probe("a folded line by a tab", fields: "X: a\r\n\tTransfer-Encoding: chunked\r\n"),
      Probe("a folded first line", bytes: "GET /health/live HTTP/1.1\r\n X: a\r\nHost: a\r\n\r\n"),
      Probe("a field without a name", fields: ": 5\r\n"),
      Probe("a field without a colon", fields: "Content-Length\r\n"),
      Probe("NUL in a value", fields: "X: a\0b\r\n"),
      Probe("NUL in a name", fields: "X\0: b\r\n"),
      Probe("a lone CR in a value", fields: "X: a\rTransfer-Encoding: chunked\r\n"),
      Probe("a lone CR at the end of a line", fields: "X: a\rY: b\r\n"),
      Probe("a lone LF at the end of a line", fields: "X: a\nTransfer-Encoding: chunked\r\n"),
      Probe(
        "lone LFs everywhere", bytes: "GET /health/live HTTP/1.1\nHost: a\n\n"),
      Probe("a blank in the target", bytes: "GET /health live HTTP/1.1\r\nHost: a\r\n\r\n"),
      Probe("no version", bytes: "GET /health/live\r\n\r\n"),
      Probe("no target", bytes: "GET HTTP/1.1\r\nHost: a\r\n\r\n"),
      Probe("a version that is none", bytes: "GET / HTTP/1.x\r\nHost: a\r\n\r\n"),
      Probe("another protocol", bytes: "GET / ICE/1.0\r\nHost: a\r\n\r\n"),
      Probe(
        "the preface of HTTP/2", bytes: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
      Probe("two hosts", fields: "Host: b\r\nContent-Length: 0\r\n"),
      Probe("no host", bytes: "GET /health/live HTTP/1.1\r\n\r\n"),
      Probe("a TLS handshake", bytes: "\u{16}\u{3}\u{1}\u{2}\0\u{1}"),
    ])
  func head(probe: Probe) throws { try check(probe) }

  @Test(
    "so is a body whose chunks are not well-formed",
    arguments: [
      ("no size", "\r\n"), ("a size that is none", "x\r\n"), ("a size with a sign", "+1\r\na\r\n"),
      ("a negative size", "-1\r\na\r\n"), ("a size with a prefix", "0x1\r\na\r\n"),
      ("a blank before the size", " 1\r\na\r\n"),
      ("a size beyond every number", "FFFFFFFFFFFFFFFFF\r\n"),
      ("a lone LF after the size", "1\na\r\n0\r\n\r\n"),
      ("a lone CR after the size", "1\ra\r\n0\r\n\r\n"),
      ("more than the size says", "1\r\nab\r\n0\r\n\r\n"),
      ("a lone LF after the data", "1\r\na\n0\r\n\r\n"),
      ("a lone LF in an extension", "1;a\nb\r\na\r\n0\r\n\r\n"),
    ])
  func chunks(name: String, body: String) throws {
    try check(Probe(name, fields: "Transfer-Encoding: chunked\r\n", body: body))
  }

  /// Alone, and with a request hidden behind it: there is one answer, and nothing after it.
  private func check(_ probe: Probe) throws {
    for text in [probe.bytes, probe.bytes + hidden] {
      let connection = try TestConnection()
      let responses = try connection.responses(to: text)
      #expect(responses.map(\.status) == [probe.status])
      #expect(responses.map { $0.fields["Connection"] } == ["close"])
      #expect(connection.isClosed)
    }
  }
}
