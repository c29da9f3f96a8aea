import CatalogGateway

/// What stands behind a path of the API.
enum RESTView: Hashable {
  case root
  case list(RESTResource)
  /// An object, by what the path calls it.
  case object(RESTResource, name: String)
  case search
}

/// A path of the API that something stands behind.
struct RESTPath: Hashable {
  let view: RESTView
  /// What follows the last dot: the format asked for; nil without a dot.
  let suffix: String?

  /// Where the API begins.
  static let base = "/api/v4/"

  /// Takes a decoded path, as it is, apart; nil if there is nothing.
  init?(_ path: some Collection<UInt8>) {
    guard path.starts(with: Self.base.utf8) else { return nil }
    let rest = Array(path.dropFirst(Self.base.utf8.count))[...]
    if rest.isEmpty {
      self.init(view: .root, suffix: nil)
    } else if rest.first == UInt8(ascii: "."), let suffix = Self.suffix(rest) {
      self.init(view: .root, suffix: suffix)
    } else if let search = Self.end(of: rest, after: "search") {
      guard let suffix = Self.listSuffix(search) else { return nil }
      self.init(view: .search, suffix: suffix.value)
    } else {
      guard
        let (resource, end) = RESTResource.allCases.lazy.compactMap({ resource in
          Self.end(of: rest, after: resource.rawValue).map { (resource, $0) }
        }).first
      else { return nil }
      self.init(resource, end)
    }
  }

  private init(view: RESTView, suffix: String?) {
    self.view = view
    self.suffix = suffix
  }

  private init?(_ resource: RESTResource, _ end: ArraySlice<UInt8>) {
    if let suffix = Self.listSuffix(end) {
      self.init(view: .list(resource), suffix: suffix.value)
      return
    }
    guard end.first == UInt8(ascii: "/") else { return nil }
    let name = end.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    guard !name.isEmpty, let suffix = Self.listSuffix(end[name.endIndex...]) else { return nil }
    self.init(
      view: .object(resource, name: String(decoding: name, as: UTF8.self)), suffix: suffix.value)
  }

  /// What follows a name at the beginning.
  private static func end(of path: ArraySlice<UInt8>, after name: String) -> ArraySlice<UInt8>? {
    path.starts(with: name.utf8) ? path.dropFirst(name.utf8.count) : nil
  }

  /// The end of a path: a slash, or a suffix; nil for anything else.
  private static func listSuffix(_ end: ArraySlice<UInt8>) -> (value: String?, Void)? {
    if end.elementsEqual("/".utf8) { return (nil, ()) }
    return suffix(end).map { ($0, ()) }
  }

  /// What follows a dot: lower-case letters and digits, with a slash or without.
  private static func suffix(_ end: ArraySlice<UInt8>) -> String? {
    guard end.first == UInt8(ascii: ".") else { return nil }
    var format = end.dropFirst()
    if format.last == UInt8(ascii: "/") { format = format.dropLast() }
    let isFormat = format.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
    return isFormat && !format.isEmpty ? String(decoding: format, as: UTF8.self) : nil
  }
}
