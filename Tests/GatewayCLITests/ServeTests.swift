import Foundation
import Testing

@testable import GatewayCLI

@Suite("gridql serve")
struct ServeTests {
  @Test("prints its URL once it answers, refuses a taken port, ends well on SIGTERM")
  func serves() throws {
    let server = try RunningBinary(["serve", "--port", "0"])
    let line = server.output.availableData
    let url = try #require(String(decoding: line, as: UTF8.self).split(separator: "\n").first)
    let port = try #require(url.wholeMatch(of: /http:\/\/127.0.0.1:(\d+)\/graphql/)?.output.1)

    let query = ["query", "{ package(id: 2192) { title } }", "--stats", "--output", "csv"]
    let answer = try Binary.run(query + ["--endpoint", String(url)])
    #expect(answer.status == 0)
    #expect(answer.output == "title\r\ndjango-vies\r\n")
    #expect(answer.error == "lookups: 1  statements: 1  rows: 1  plan: \"miss\"\n")

    let elsewhere = try Binary.run(
      ["query", "{ __typename }", "--endpoint", "http://127.0.0.1:\(port)/", "--output", "ndjson"])
    #expect(elsewhere.status != 0)

    let second = try Binary.run(["serve", "--port", String(port)])
    #expect(second.status == 2)
    #expect(second.output == "")
    #expect(second.error.hasSuffix("already in use. Choose another port with --port.\n"))

    server.terminate()
    let end = try server.wait(output: line)
    #expect(end.status == 0)
    #expect(end.output == url + "\n")
    #expect(end.error.contains("Serving the sample catalog. Try:\n  gridql query --endpoint"))
  }
}
