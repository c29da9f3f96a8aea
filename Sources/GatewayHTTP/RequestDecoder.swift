import NIOCore
import NIOHTTP1

/// A request with a method that the parser does not know, which is no reason not to answer it.
struct UnknownMethod: Error {
  let head: HTTPRequestHead
}

/// NIO's decoder of requests, with more patience: a head with an unknown method is passed on in the error,
/// and a later version of HTTP/1 is taken for the latest that is known.
///
/// RFC 9110 §9.1 Overview: a server answers a method it does not know with an error of its own, not as
/// if the message were malformed. RFC 9110 §2.5 Protocol Version: minor versions differ in nothing that an
/// older recipient would have to know.
final class RequestDecoder: ByteToMessageDecoder {
  typealias InboundOut = HTTPServerRequestPart

  private let limits: NIOHTTPDecoderLimitConfiguration
  private var decoder: HTTPRequestDecoder
  /// How many bytes have been decoded.
  private(set) var decodedBytes = 0
  /// What is being decoded.
  private var received: ByteBuffer?
  private var isStopped = false

  /// Bounds what it holds before it can pass something on.
  init(_ limits: NIOHTTPDecoderLimitConfiguration = NIOHTTPDecoderLimitConfiguration()) {
    self.limits = limits
    decoder = HTTPRequestDecoder(limitConfiguration: limits)
  }

  func decoderAdded(context: ChannelHandlerContext) {
    decoder.decoderAdded(context: context)
  }

  func decoderRemoved(context: ChannelHandlerContext) {
    decoder.decoderRemoved(context: context)
  }

  func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    guard !isStopped else {
      buffer.moveReaderIndex(to: buffer.writerIndex)
      return .needMoreData
    }
    let received = buffer
    self.received = received
    defer {
      decodedBytes += received.readableBytes - buffer.readableBytes
      self.received = nil
    }
    do {
      return try decoder.decode(context: context, buffer: &buffer)
    } catch HTTPParserError.invalidMethod {
      guard let head = head(in: received) else { throw HTTPParserError.invalidMethod }
      throw UnknownMethod(head: head)
    } catch HTTPParserError.invalidVersion {
      guard let version = version(in: received) else { throw HTTPParserError.invalidConstant }
      guard version.major == 1 else { throw HTTPParserError.invalidVersion }
      guard version.minor > 1 else { throw HTTPParserError.invalidConstant }
      return try decodeAsKnownVersion(&buffer, digitAt: version.minorIndex, context: context)
    }
  }

  func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    guard !isStopped else { return .needMoreData }
    return try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
  }

  /// What is wrong with what is being decoded, whose version NIO does not take: that, or there is none. Nothing
  /// more is decoded then.
  func stopForVersion() -> HTTPParserError {
    isStopped = true
    // What is thrown comes when the decoding is over, and has been looked at.
    guard let received else { return .invalidVersion }
    return version(in: received) == nil ? .invalidConstant : .invalidVersion
  }

  /// Decodes a request whose version's last digit stands at an index as one of HTTP/1.1.
  private func decodeAsKnownVersion(
    _ buffer: inout ByteBuffer, digitAt index: Int, context: ChannelHandlerContext
  ) throws -> DecodingState {
    decoder.decoderRemoved(context: context)
    decoder = HTTPRequestDecoder(limitConfiguration: limits)
    decoder.decoderAdded(context: context)
    buffer.setInteger(UInt8(ascii: "1"), at: index)
    return try decoder.decode(context: context, buffer: &buffer)
  }

  /// The version in the request line that a buffer begins with; nil if the line has none.
  /// RFC 9112 §2.3 HTTP Version.
  private func version(in buffer: ByteBuffer) -> (major: Int, minor: Int, minorIndex: Int)? {
    let bytes = buffer.readableBytesView
    let line = bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    guard bytes[line.endIndex...].starts(with: "\r\n".utf8) else { return nil }
    let version = Array(line.suffix(9))
    guard version.count == 9, version.starts(with: " HTTP/".utf8), 0x30...0x39 ~= version[6],
      version[7] == UInt8(ascii: "."), 0x30...0x39 ~= version[8]
    else { return nil }
    return (Int(version[6] - 0x30), Int(version[8] - 0x30), line.endIndex - 1)
  }

  /// The head that a buffer begins with, if it is whole and its method is none of the known ones.
  /// RFC 9112 §2.1 Message Format.
  ///
  /// Only what a client has sent at once is taken for it: what follows on another request's heels, or
  /// comes in pieces, stays malformed.
  private func head(in buffer: ByteBuffer) -> HTTPRequestHead? {
    let lines = String(buffer: buffer).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    // The empty line, and its own end.
    guard let end = lines.firstIndex(of: ""), end + 1 < lines.count else { return nil }
    let requestLine = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard requestLine.count == 3, requestLine[2] == "HTTP/1.1", isToken(requestLine[0]),
      case .RAW = HTTPMethod(rawValue: String(requestLine[0]))
    else { return nil }
    var fields: [(String, String)] = []
    for line in lines[1..<end] {
      guard let colon = line.firstIndex(of: ":"), isToken(line[..<colon]) else { return nil }
      fields.append((String(line[..<colon]), String(trimmed(line[colon...].dropFirst()))))
    }
    return HTTPRequestHead(
      version: .http1_1, method: .RAW(value: String(requestLine[0])), uri: String(requestLine[1]),
      headers: HTTPHeaders(fields))
  }
}

/// RFC 9110 §5.6.2 Tokens.
func isToken(_ text: Substring) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
}
