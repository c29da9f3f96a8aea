/// The parameters of a URL's query, by name, each with its values in order.
///
/// The origin's links carry all parameters on, ordered by name and encoded anew.
struct QueryParameters: Hashable {
  private var values: [(name: String, values: [String])] = []

  /// Reads a query: pairs between ampersands, blanks written as `+`; what is no UTF-8 becomes U+FFFD.
  init(_ query: some Collection<UInt8>) {
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = Self.decoded(pair[..<equals])
      let value = Self.decoded(pair[equals...].dropFirst())
      if let index = values.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        values[index].values.append(value)
      } else {
        values.append((name, [value]))
      }
    }
  }

  /// The last value of a parameter; nil if it is not there.
  func last(_ name: String) -> String? {
    values.first { $0.name.utf8.elementsEqual(name.utf8) }?.values.last
  }

  /// The same parameters with one value for `name`, or none.
  func replacing(_ name: String, with value: String?) -> QueryParameters {
    var replaced = self
    replaced.values.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
    if let value { replaced.values.append((name, [value])) }
    return replaced
  }

  /// The parameters as a URL's query, ordered by name, with its question mark; empty without any.
  var text: String {
    var text: [UInt8] = []
    let ordered = values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (name, values) in ordered {
      for value in values {
        text.append(UInt8(ascii: text.isEmpty ? "?" : "&"))
        Self.append(name, to: &text)
        text.append(UInt8(ascii: "="))
        Self.append(value, to: &text)
      }
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

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
