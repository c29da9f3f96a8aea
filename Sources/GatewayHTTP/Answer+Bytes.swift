import JSON
import NIOCore

// Answers as bytes. RFC 9112 §2.1 Message Format.

extension ByteBuffer {
  /// Adds a whole answer, or its beginning if there is more to come; `head` is room to compose the head in.
  mutating func write(
    _ answer: Answer, framing: Framing, date: [UInt8], composedIn head: inout GrowingBytes
  ) {
    head.removeAll()
    head.append(headOf: answer, framing: framing, date: date)
    _ = head.withUnsafeBytes { writeBytes($0) }
    guard !framing.omitsContent else { return }
    if answer.rest == nil {
      writeBytes(answer.body)
    } else {
      writePiece(answer.body, framing: framing)
    }
  }

  /// Adds a part of content of unknown length. RFC 9112 §7.1 Chunked Transfer Coding.
  mutating func writePiece(_ bytes: [UInt8], framing: Framing) {
    guard framing.takesChunks else {
      writeBytes(bytes)
      return
    }
    // An empty chunk would be the end.
    guard !bytes.isEmpty else { return }
    writeString(String(bytes.count, radix: 16))
    writeStaticString("\r\n")
    writeBytes(bytes)
    writeStaticString("\r\n")
  }

  /// Adds what tells that content of unknown length is complete.
  mutating func writeLastPiece(framing: Framing) {
    if framing.takesChunks { writeStaticString("0\r\n\r\n") }
  }
}

extension GrowingBytes {
  /// Adds the head of an answer, up to the content.
  ///
  /// As bytes and not through NIO's encoder, which wants a table of fields for each response and costs 2.5 µs
  /// more of some 10 in all; and not into the buffer of the connection piece by piece, which takes 3,000
  /// instructions more. Nothing a client sent gets into a field line but the encoded path of a `Location`.
  fileprivate mutating func append(headOf answer: Answer, framing: Framing, date: [UInt8]) {
    if answer.status == .ok {
      append("HTTP/1.1 200 OK\r\n")
    } else {
      append(text: "HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)\r\n")
    }
    append(contentsOf: date)
    if let contentType = answer.contentType { append(contentType.fieldLine) }
    if let location = answer.location { append(text: "Location: \(location)\r\n") }
    append(transferOf: answer)
    if let allow = answer.allow {
      append("Allow: ")
      append(allow)
      append("\r\n")
    }
    append(answer.policy?.fieldLines ?? "X-Content-Type-Options: nosniff\r\n")
    if answer.asksForToken { append("WWW-Authenticate: Bearer\r\n") }
    append(contentsOf: answer.fieldLines)
    if !framing.keepsAlive {
      append("Connection: close\r\n")
    } else if framing.confirmsKeepAlive {
      append("Connection: keep-alive\r\n")
    }
    if answer.rest != nil {
      if framing.takesChunks { append("Transfer-Encoding: chunked\r\n") }
    } else if answer.status != .noContent && answer.status != .notModified {
      append("Content-Length: ")
      appendJSONNumber(Int64(answer.body.count), to: &self)
      append("\r\n")
    }
    append("\r\n")
  }

  /// Adds how the content is coded, and what may be done with it.
  private mutating func append(transferOf answer: Answer) {
    if let fieldLine = answer.coding?.fieldLine { append(fieldLine) }
    var separator: StaticString = "Vary: "
    for (field, name) in Vary.names where answer.vary.contains(field) {
      append(separator)
      append(name)
      separator = ", "
    }
    if !answer.vary.isEmpty { append("\r\n") }
    if let tag = answer.tag {
      append("ETag: ")
      append(contentsOf: tag.text)
      append("\r\n")
    }
    if let cacheControl = answer.cacheControl {
      append(text: "Cache-Control: \(cacheControl.text)\r\n")
    }
  }

  private mutating func append(text: String) {
    append(contentsOf: Array(text.utf8))
  }
}
