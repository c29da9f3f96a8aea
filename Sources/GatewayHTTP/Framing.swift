import NIOHTTP1

/// How an answer is fitted into the connection it goes out on.
struct Framing {
  /// Whether another request may follow on the connection.
  var keepsAlive = true
  /// Whether the client speaks HTTP/1.0 and must be told that the connection stays open.
  var confirmsKeepAlive = false
  /// Whether the request was HEAD: everything but the content. RFC 9110 §9.3.2 HEAD.
  var omitsContent = false
  /// Whether content of unknown length can be sent in chunks; HTTP/1.0 knows its end by that of the
  /// connection. RFC 9112 §7.1 Chunked Transfer Coding.
  var takesChunks = true
}

extension Framing {
  /// How the answer to a request is fitted in.
  init(_ head: HTTPRequestHead, offersUpgrade: Bool) {
    keepsAlive = head.isKeepAlive && !offersUpgrade
    confirmsKeepAlive = keepsAlive && head.version.minor == 0
    omitsContent = head.method == .HEAD
    takesChunks = head.version.minor > 0
  }
}
