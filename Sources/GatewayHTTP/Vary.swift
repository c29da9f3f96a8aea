/// The request fields that another answer could have come of. RFC 9110 §12.5.5 Vary.
struct Vary: OptionSet, Sendable {
  let rawValue: UInt8

  static let accept = Vary(rawValue: 1)
  static let cookie = Vary(rawValue: 2)
  static let acceptEncoding = Vary(rawValue: 4)
  static let origin = Vary(rawValue: 8)

  /// The names of the fields, in the order in which they are written.
  static let names: [(field: Vary, name: StaticString)] = [
    (.accept, "Accept"), (.cookie, "Cookie"), (.acceptEncoding, "Accept-Encoding"),
    (.origin, "Origin"),
  ]
}
