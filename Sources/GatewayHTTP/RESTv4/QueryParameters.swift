/// The parameters of a URL's query.
///
/// The origin's links carry all of them on, ordered by name and encoded anew.
struct QueryParameters {
  /// As they came.
  private var pairs: [(name: String, value: String)] = []

  /// Reads a query: pairs between ampersands, blanks written as `+`; what is no UTF-8 becomes U+FFFD.
  init(_ query: some Collection<UInt8>) {
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      pairs.append(
        (Self.decoded(pair[..<equals]), Self.decoded(pair[equals...].dropFirst())))
    }
  }

  /// The last value of a parameter; nil if it is not there.
  func last(_ name: String) -> String? {
    pairs.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The same parameters with one value for `name`, or none.
  func replacing(_ name: String, with value: String?) -> QueryParameters {
    var replaced = self
    replaced.pairs.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
    if let value { replaced.pairs.append((name, value)) }
    return replaced
  }

  /// The parameters as a URL's query, with its question mark; empty without any. Ordered by name,
  /// those of one name as they came.
  var text: String {
    var text: [UInt8] = []
    let ordered = pairs.enumerated().sorted { left, right in
      if left.element.name.utf8.elementsEqual(right.element.name.utf8) {
        return left.offset < right.offset
      }
      return left.element.name.utf8.lexicographicallyPrecedes(right.element.name.utf8)
    }
    for (_, pair) in ordered {
      text.append(text.isEmpty ? UInt8(ascii: "?") : UInt8(ascii: "&"))
      Self.append(pair.name, to: &text)
      text.append(UInt8(ascii: "="))
      Self.append(pair.value, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func decoded(_ text: some Collection<UInt8>) -> String {
    let blank = UInt8(ascii: " ")
    let spaced = text.map { $0 == UInt8(ascii: "+") ? blank : $0 }
    return String(decoding: percentDecoded(spaced), as: UTF8.self)
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    for (index, word) in text.utf8.split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 { output.append(UInt8(ascii: "+")) }
      appendPercentEncoded(word, to: &output) { _ in false }
    }
  }
}
