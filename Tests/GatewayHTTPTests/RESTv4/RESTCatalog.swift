import CatalogGateway
import CatalogStore
import Foundation

@testable import GatewayHTTP

/// A few objects as the original serves them: one real package, those made for their odd values, two
/// grids, all categories. Most of what their links lead to is not here.
struct RESTCatalog {
  /// A line of the file.
  struct Object: Sendable {
    let resource: String
    let id: Int
    /// The original's answer.
    let text: String
  }

  static let gateway = Result {
    let catalog = try CatalogDatabase.inMemory()
    let source = ImportSource(
      name: "catalog.ndjson", bytes: Array(try fixture("catalog.ndjson").utf8))
    _ = try catalog.importCatalog(from: [source]) { _ in }
    return try Gateway(catalog: catalog, report: { _ in })
  }

  static let objects = Result {
    try fixture("catalog.ndjson").split(separator: "\n").map { line -> Object in
      let parts = line.split(separator: "\"", maxSplits: 4)
      guard let start = line.range(of: "\"object\":")?.upperBound,
        let id = line[start...].firstMatch(of: /"id":\s*([0-9]+)/).flatMap({ Int($0.1) })
      else { throw UnexpectedResponse(text: String(line)) }
      var text = line[start...].dropLast()
      while text.first == " " { text.removeFirst() }
      return Object(resource: String(parts[3]), id: id, text: String(text))
    }
  }

  static func fixture(_ name: String) throws -> String {
    let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil)
    guard let file = folder?.appending(path: name) else { throw UnexpectedResponse(text: name) }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

extension TestConnection {
  /// A connection to an endpoint over the catalog above.
  static func rest(
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> TestConnection {
    try TestConnection(gateway: RESTCatalog.gateway.get()) {
      $0.trustedProxies = [AddressBlock("127.0.0.1")].compactMap { $0 }
      configure(&$0)
    }
  }

  /// Sends a request as the origin's proxy would pass it on.
  func rest(
    _ target: String, method: String = "GET", accept: String? = nil
  ) throws -> TestResponse {
    var request = TestRequest(method: method, target: target, accept: accept, contentType: nil)
    request.host = "djangopackages.org"
    request.fields = "X-Forwarded-Proto: https\r\n"
    guard method == "HEAD" else { return try response(to: request) }
    try send(request.text)
    let responses = try TestResponse.all(in: received(), toHEAD: true)
    guard let response = responses.first else { throw UnexpectedResponse(text: target) }
    return response
  }
}
