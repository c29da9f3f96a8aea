import CatalogGateway
import Dispatch
import Testing

@testable import GatewayHTTP

private let gateway = Result {
  try Gateway(catalog: generatedCatalog(packages: 2_000), report: { _ in })
}

private let light = TestRequest.post(#"{"query":"{ package(id: 3) { id } }"}"#)
private let heavy = TestRequest.post(
  #"{"query":"{ packages(first: 1000) { id title slug grids { id packages { id title } } } }"}"#)
private let heavyREST = TestRequest.get("/api/v4/packages/?limit=2000")

@Suite("Requests that are too long for an event loop")
struct LongRequestTests {
  @Test("are answered in their place among those that are not")
  func inPlace() async throws {
    let alone = try TestConnection(gateway: gateway.get())
    let requests = [light, heavy, light, heavyREST, light]
    let expected = try requests.map { try alone.response(to: $0).body }
    try await RunningServer.with(gateway: gateway.get()) { address in
      for _ in 0..<3 {
        var last = light
        last.fields = "Connection: close\r\n"
        let text = (requests + [last]).map(\.text).joined()
        let responses = try await TestResponse.all(in: exchange(text, with: address))
        #expect(responses.map(\.status) == Array(repeating: 200, count: 6))
        #expect(responses.dropLast().map(\.body) == expected)
      }
    }
  }

  @Test("are refused when too many wait, while others are answered")
  func refusal() throws {
    let longWork = try LongWork(for: gateway.get(), threads: 1, waitingLimit: 0)
    let gate = DispatchSemaphore(value: 0)
    defer { gate.signal() }
    #expect(longWork.add { _ in gate.wait() })
    let connection = try TestConnection(gateway: gateway.get(), longWork: longWork)
    let responses = try connection.responses(
      to: [light, heavy, light, heavyREST, light].map(\.text).joined())
    #expect(responses.map(\.status) == [200, 503, 200, 503, 200])
    let message = "The server has 0 long requests waiting; the limit waitingLongRequests is 0."
    #expect(
      responses[1].body
        == "{\"errors\":[{\"message\":\"\(message)\",\"extensions\":{\"code\":\"LIMIT_EXCEEDED\"}}]}"
    )
    #expect(responses[3].body == "{\"detail\":\"\(message)\"}")
    #expect([1, 3].map { responses[$0].fields["Retry-After"] } == ["1", "1"])
  }
}
