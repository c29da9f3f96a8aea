/// A place in a trace, as another program has told it. W3C Trace Context, "Traceparent Header".
struct TraceParent: Equatable {
  /// 32 hexadecimal digits in lower case, not all zero.
  let traceID: String
  /// 16 hexadecimal digits in lower case, not all zero.
  let parentID: String
  /// Whether the trace is recorded where it comes from.
  let isSampled: Bool

  /// Reads the value of the field; nil if it is not well-formed, and so must be passed over.
  ///
  /// A version above the known one may have more to say, behind another hyphen.
  init?(_ value: String) {
    let bytes = Array(value.utf8)
    guard bytes.count >= 55, bytes[2] == hyphen, bytes[35] == hyphen, bytes[52] == hyphen,
      let version = digits(bytes[0..<2]), version != "ff",
      bytes.count == 55 || (version != "00" && bytes[55] == hyphen),
      let traceID = digits(bytes[3..<35]), traceID.contains(where: { $0 != "0" }),
      let parentID = digits(bytes[36..<52]), parentID.contains(where: { $0 != "0" }),
      let flags = digits(bytes[53..<55]).flatMap({ UInt8($0, radix: 16) })
    else { return nil }
    self.traceID = traceID
    self.parentID = parentID
    isSampled = flags & 1 == 1
  }
}

private let hyphen = UInt8(ascii: "-")

/// Bytes that are all hexadecimal digits in lower case, as text.
private func digits(_ bytes: ArraySlice<UInt8>) -> String? {
  let areDigits = bytes.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
  return areDigits ? String(decoding: bytes, as: UTF8.self) : nil
}
