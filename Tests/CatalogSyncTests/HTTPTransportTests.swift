import Testing

@testable import CatalogSync

@Suite("Requests over HTTP")
struct HTTPTransportTests {
  /// What comes of one request to a server that answers with these bytes.
  private func outcome(
    of answer: [UInt8]?, closes: Bool = true, options: SyncOptions = SyncOptions()
  ) async throws -> Result<OriginAnswer, TransportFailure> {
    var outcome = Result<OriginAnswer, TransportFailure>.failure(.cancelled)
    try await LoopbackServer.with(answer: answer, closes: closes) { url in
      let url = try #require(OriginURL(url))
      outcome = try await HTTPTransport.withTransport(options: options) { transport in
        do throws(TransportFailure) {
          return .success(try await transport.answer(to: OriginRequest(url: url, headers: [:])))
        } catch {
          return .failure(error)
        }
      }
    }
    return outcome
  }

  @Test("bring the status, the headers and the whole content")
  func answers() async throws {
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nETag: \"x\"\r\nETag: \"y\"\r\n\r\n{}"
    #expect(
      try await outcome(of: Array(answer.utf8))
        == .success(
          OriginAnswer(
            status: 200, headers: ["content-length": "2", "etag": "\"x\""], body: Array("{}".utf8)))
    )
  }

  @Test("decompress what is compressed")
  func decompresses() async throws {
    let gzipped: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0x4A, 0x54, 0xB2,
      0x32, 0xAC, 0x05, 0x00, 0xAF, 0xAC, 0x1B, 0x56, 0x07, 0x00, 0x00, 0x00,
    ]
    let head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzipped.count)\r\n\r\n"
    let answer = try await outcome(of: Array(head.utf8) + gzipped).get()
    #expect(String(decoding: answer.body, as: UTF8.self) == #"{"a":1}"#)
  }

  @Test("follow no redirect by themselves")
  func redirect() async throws {
    let answer = "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"
    #expect(try await outcome(of: Array(answer.utf8)).get().status == 302)
  }

  @Test(
    "fail where the answer does not come whole",
    arguments: [
      "", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", "garbage\r\n\r\n",
    ])
  func breaks(answer: String) async throws {
    let outcome = try await outcome(of: Array(answer.utf8))
    guard case .failure(.unreachable(let reason)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("fail where the server is silent for longer than it may be")
  func silence() async throws {
    var options = SyncOptions()
    options.readTimeout = .milliseconds(20)
    guard case .failure(.unreachable) = try await outcome(of: nil, closes: false, options: options)
    else {
      Issue.record("it should not have waited")
      return
    }
  }

  @Test("fail where the content is longer than it may be")
  func tooLong() async throws {
    var options = SyncOptions()
    options.pageBytes = 4
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n[1,2]"
    #expect(
      try await outcome(of: Array(answer.utf8), options: options)
        == .failure(.tooManyBytes(limit: 4)))
  }
}
