import AsyncHTTPClient
import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Requests over HTTP, with the timeouts and the limits of a sync.
public struct HTTPTransport: OriginTransport {
  private let client: HTTPClient
  private let options: SyncOptions

  /// Runs `body` with a transport, and closes its connections behind it.
  /// - Throws: what `body` throws, or the client if it cannot be closed.
  public static func withTransport<Result: Sendable>(
    options: SyncOptions, _ body: (HTTPTransport) async throws -> Result
  ) async throws -> Result {
    var configuration = HTTPClient.Configuration(
      // The bytes are counted as they come out, so that too many have an error of their own.
      redirectConfiguration: .disallow, decompression: .enabled(limit: .none))
    configuration.timeout.connect = TimeAmount(options.connectTimeout)
    configuration.timeout.read = TimeAmount(options.readTimeout)
    // Whoever asks decides what is tried again, and when.
    configuration.connectionPool.retryConnectionEstablishment = false
    return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
      try await body(HTTPTransport(client: client, options: options))
    }
  }

  /// Sends a request and waits for the whole answer, no longer than the options allow.
  /// - Throws: `TransportFailure`.
  public func answer(
    to request: OriginRequest
  ) async throws(TransportFailure) -> OriginAnswer {
    do {
      return try await receive(message(for: request))
    } catch let failure as TransportFailure {
      throw failure
    } catch {
      throw Task.isCancelled ? .cancelled : .unreachable(Self.sentence(for: error))
    }
  }

  private func message(for request: OriginRequest) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: request.url.description)
    message.headers.add(name: "accept-encoding", value: "gzip, deflate")
    for (name, value) in request.headers { message.headers.add(name: name, value: value) }
    return message
  }

  private func receive(_ message: HTTPClientRequest) async throws -> OriginAnswer {
    let response = try await client.execute(
      message, timeout: TimeAmount(options.requestTimeout))
    var body: [UInt8] = []
    for try await chunk in response.body {
      guard body.count + chunk.readableBytes <= options.pageBytes else {
        throw TransportFailure.tooManyBytes(limit: options.pageBytes)
      }
      body.append(contentsOf: chunk.readableBytesView)
    }
    var headers: [String: String] = [:]
    for (name, value) in response.headers where headers[name.lowercased()] == nil {
      headers[name.lowercased()] = value
    }
    return OriginAnswer(status: Int(response.status.code), headers: headers, body: body)
  }

  private static func sentence(for error: any Error) -> String {
    switch error {
    case let error as IOError: String(cString: strerror(error.errnoCode))
    case let error as HTTPClientError: error.shortDescription
    default: "\(error)"
    }
  }
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
