import AsyncHTTPClient
import CatalogGateway
import JSON
import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A header to send along.
struct EndpointHeader: Equatable {
  let name: String
  let value: String

  /// Reads `Name: value`; nil if the text is none. RFC 9110 §5.1 Field Names.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let name = text[..<colon]
    let isToken = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let value = text[text.index(after: colon)...]
    guard isToken, !value.contains(where: \.isNewline) else { return nil }
    self.name = String(name)
    let start = value.drop { $0 == " " || $0 == "\t" }
    self.value = String(start)
  }
}

/// Why an endpoint gave no GraphQL response.
struct EndpointError: Error, CustomStringConvertible {
  enum Reason {
    /// The request failed before there was an answer.
    case unreachable(any Error)
    /// The answer is no JSON.
    case otherAnswer(status: UInt, phrase: String, mediaType: String?)
  }

  let url: String
  let reason: Reason

  var description: String {
    switch reason {
    case .unreachable(let error as IOError):
      "no answer from \(url): \(String(cString: strerror(error.errnoCode)))"
    case .unreachable(let error as HTTPClientError):
      "no answer from \(url): \(error.shortDescription)"
    case .unreachable(let error): "no answer from \(url): \(error)"
    case .otherAnswer(let status, let phrase, let mediaType):
      "\(url) answered \(status) \(phrase) with \(mediaType ?? "no media type"), not with JSON; "
        + "is this the address of a GraphQL endpoint?"
    }
  }
}

/// A GraphQL server. GraphQL over HTTP.
struct RemoteEndpoint {
  let url: String
  let headers: [EndpointHeader]

  /// Whether a text begins like a URL that can be asked.
  static func accepts(url: String) -> Bool {
    ["http://", "https://"].contains { url.lowercased().hasPrefix($0) && url.count > $0.count }
  }

  /// Sends a request; `receive` gets the response's bytes as they arrive.
  ///
  /// Throws `EndpointError`, and what `receive` throws.
  func execute(_ request: GraphQLRequest, receive: ([UInt8]) throws -> Void) async throws {
    var configuration = HTTPClient.Configuration(decompression: .enabled(limit: .none))
    configuration.timeout.connect = .seconds(10)
    configuration.connectionPool.retryConnectionEstablishment = false
    try await HTTPClient.withHTTPClient(configuration: configuration) { client in
      let response = try await failingAsUnreachable {
        try await client.execute(message(for: request), timeout: .minutes(5))
      }
      let mediaType = response.headers.first(name: "content-type")
      guard let mediaType, mediaType.lowercased().contains("json") else {
        throw EndpointError(
          url: url,
          reason: .otherAnswer(
            status: response.status.code, phrase: response.status.reasonPhrase,
            mediaType: mediaType))
      }
      var chunks = response.body.makeAsyncIterator()
      while let chunk = try await failingAsUnreachable({ try await chunks.next() }) {
        try receive(Array(chunk.readableBytesView))
      }
    }
  }

  private func message(for request: GraphQLRequest) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: url)
    message.method = .POST
    message.headers.add(name: "content-type", value: "application/json")
    message.headers.add(
      name: "accept", value: "application/graphql-response+json, application/json;q=0.9")
    message.headers.add(name: "user-agent", value: "gridql/\(gridqlVersion)")
    for header in headers { message.headers.replaceOrAdd(name: header.name, value: header.value) }
    message.body = .bytes(requestBody(request))
    return message
  }

  /// Does what needs the network; whatever fails there means that the endpoint is not reached.
  private func failingAsUnreachable<Value>(
    _ body: () async throws -> Value
  ) async throws(EndpointError) -> Value {
    do {
      return try await body()
    } catch {
      throw EndpointError(url: url, reason: .unreachable(error))
    }
  }
}

/// A request as a JSON body. GraphQL over HTTP §5.2 Request Parameters.
func requestBody(_ request: GraphQLRequest) -> [UInt8] {
  let query = String(decoding: request.query, as: UTF8.self)
  var members = [JSONMember(name: "query", value: .string(query))]
  if let name = request.operationName {
    members.append(JSONMember(name: "operationName", value: .string(name)))
  }
  if !request.variables.isEmpty {
    members.append(JSONMember(name: "variables", value: .object(request.variables)))
  }
  if request.wantsStats {
    let stats = JSONMember(name: "stats", value: .boolean(true))
    members.append(JSONMember(name: "extensions", value: .object([stats])))
  }
  var body: [UInt8] = []
  appendJSON(.object(members), to: &body)
  return body
}
