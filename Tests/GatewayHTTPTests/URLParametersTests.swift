import CatalogGateway
import Testing

@testable import GatewayHTTP

@Suite("Parameters in a URL (H5)")
struct URLParametersTests {
  @Test("are decoded from their form encoding")
  func decodes() throws {
    let parameters = try URLParameters(
      target: "/graphql?query=%7B+a(b%3A%22%C3%A9%3D%26%22)%7D&op&x=%&operationName=A=B&variables=")
    #expect(parameters.query == Array("{ a(b:\"é=&\")}".utf8))
    #expect(parameters.operationName == Array("A=B".utf8))
    #expect(parameters.variables == [])
    #expect(parameters.extensions == nil)
  }

  @Test("may be missing", arguments: ["/graphql", "/graphql?", "/graphql?&&", "/graphql?Query=x"])
  func missing(target: String) throws {
    #expect(try URLParameters(target: target).query == nil)
  }

  @Test("are refused when a percent sign encodes nothing", arguments: ["%", "%4", "%4x", "a%%20"])
  func invalidEncoding(value: String) {
    #expect(throws: RequestError.invalidEncoding(.query)) {
      try URLParameters(target: "/graphql?query=\(value)")
    }
  }

  @Test("are refused when given twice")
  func repeated() {
    #expect(throws: RequestError.repeated(.variables)) {
      try URLParameters(target: "/graphql?variables=%7B%7D&query=a&variables=")
    }
  }
}
