import CatalogGateway

/// The GraphQL parameters in the query of a URL, decoded; others are ignored.
///
/// GraphQL over HTTP, "GET": the form `application/x-www-form-urlencoded`, where `+` is a space.
struct URLParameters {
  private(set) var query: [UInt8]?
  private(set) var documentID: [UInt8]?
  private(set) var operationName: [UInt8]?
  private(set) var variables: [UInt8]?
  private(set) var extensions: [UInt8]?

  /// Reads what stands behind the first question mark of a request target.
  init(target: String) throws(RequestError) {
    let bytes = Array(target.utf8)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return }
    for pair in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      guard let name = decodeFormText(pair[..<equals]),
        let parameter = RequestError.Parameter(rawValue: String(decoding: name, as: UTF8.self))
      else { continue }
      guard let value = decodeFormText(pair[equals...].dropFirst()) else {
        throw .invalidEncoding(parameter)
      }
      try set(parameter, to: value)
    }
  }

  private mutating func set(
    _ parameter: RequestError.Parameter, to value: [UInt8]
  ) throws(RequestError) {
    let path: WritableKeyPath<URLParameters, [UInt8]?> =
      switch parameter {
      case .query: \.query
      case .documentId: \.documentID
      case .operationName: \.operationName
      case .variables: \.variables
      case .extensions: \.extensions
      }
    guard self[keyPath: path] == nil else { throw .repeated(parameter) }
    self[keyPath: path] = value
  }
}

/// Undoes form encoding; nil if a percent sign starts no encoded byte.
private func decodeFormText(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(text.count)
  var rest = text
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "+"):
      decoded.append(UInt8(ascii: " "))
    case UInt8(ascii: "%"):
      guard let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue)
      else { return nil }
      decoded.append(high << 4 | low)
    default:
      decoded.append(byte)
    }
  }
  return decoded
}
