/// What REST v4 takes for an id, as a number or at the end of a link.
enum ObjectID {
  /// The largest whole number that every JSON reader keeps exact: 2⁵³ − 1.
  static let maximum: Int64 = 9_007_199_254_740_991

  /// Whether a number can be an id.
  static func isValid(_ number: Int64) -> Bool { 1...maximum ~= number }

  /// The id that a link ends with: `…/grids/58/`, of any host, with or without a trailing slash, a
  /// format suffix (`.json`) and a query (`?format=api`); nil if it is no link of that resource.
  static func id(ofLink link: UnsafeBufferPointer<UInt8>, to resource: CatalogResource) -> Int64? {
    var path = Slice(base: link, bounds: 0..<link.count)
    let isQueryOrFragment = { (byte: UInt8) in
      byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
    if let end = path.firstIndex(where: isQueryOrFragment) { path = path[..<end] }
    if path.last == UInt8(ascii: "/") { path = path.dropLast() }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let last = path[(slash + 1)...]
    let digits = last[..<(last.firstIndex(of: UInt8(ascii: ".")) ?? last.endIndex)]
    let parent = path[..<slash].suffix(resource.rawValue.utf8.count + 1)
    guard parent.first == UInt8(ascii: "/"),
      parent.dropFirst().elementsEqual(resource.rawValue.utf8)
    else { return nil }
    return number(digits)
  }

  /// Digits as an id; nil if there are others, none, or too many.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    guard 1...16 ~= digits.count else { return nil }
    var number: Int64 = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return isValid(number) ? number : nil
  }
}
