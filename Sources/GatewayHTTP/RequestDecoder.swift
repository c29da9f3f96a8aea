import NIOCore
import NIOHTTP1

/// A request with a method that the parser does not know, which is no reason not to answer it.
struct UnknownMethod: Error {
  let head: HTTPRequestHead
}

/// NIO's decoder of requests, save that a head with an unknown method is passed on in the error.
///
/// RFC 9110 §9.1 Overview: a server answers a method it does not know with an error of its own, not as
/// if the message were malformed.
struct RequestDecoder: ByteToMessageDecoder {
  typealias InboundOut = HTTPServerRequestPart

  private let decoder: HTTPRequestDecoder

  init(_ decoder: HTTPRequestDecoder) {
    self.decoder = decoder
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
    let received = buffer
    do {
      return try decoder.decode(context: context, buffer: &buffer)
    } catch HTTPParserError.invalidMethod {
      guard let head = head(in: received) else { throw HTTPParserError.invalidMethod }
      throw UnknownMethod(head: head)
    } catch HTTPParserError.invalidVersion {
      guard namesAnotherVersion(received) else { throw HTTPParserError.invalidConstant }
      throw HTTPParserError.invalidVersion
    }
  }

  func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
  }

  /// Whether a buffer begins with a request line that is well-formed but for a version that nobody
  /// speaks here. RFC 9112 §2.3 HTTP Version.
  private func namesAnotherVersion(_ buffer: ByteBuffer) -> Bool {
    let line = buffer.readableBytesView.prefix {
      $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n")
    }
    guard buffer.readableBytesView.dropFirst(line.count).starts(with: "\r\n".utf8) else {
      return false
    }
    let version = Array(line.suffix(9))
    return version.count == 9 && version.starts(with: " HTTP/".utf8)
      && 0x30...0x39 ~= version[6] && version[7] == UInt8(ascii: ".") && 0x30...0x39 ~= version[8]
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
