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
  /// The format that the path asks for, behind its last dot; nil without one.
  let suffix: String?

  /// Where the API begins.
  static let base = "/api/v4/"

  /// Takes a decoded path apart; nil if there is nothing behind it.
  init?(_ path: some Collection<UInt8>) {
    guard path.starts(with: Self.base.utf8) else { return nil }
    let rest = Array(path.dropFirst(Self.base.utf8.count))[...]
    if rest.isEmpty {
      self.init(.root, Ending(suffix: nil))
    } else if rest.first == UInt8(ascii: ".") {
      self.init(.root, Ending(rest))
    } else if rest.starts(with: "search".utf8) {
      self.init(.search, Ending(rest.dropFirst("search".utf8.count)))
    } else if let resource = RESTResource.allCases.first(where: {
      rest.starts(with: $0.rawValue.utf8)
    }) {
      self.init(resource, rest.dropFirst(resource.rawValue.utf8.count))
    } else {
      return nil
    }
  }

  private init?(_ resource: RESTResource, _ rest: ArraySlice<UInt8>) {
    let name = rest.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    if rest.first == UInt8(ascii: "/"), !name.isEmpty {
      self.init(
        .object(resource, name: String(decoding: name, as: UTF8.self)),
        Ending(rest[name.endIndex...]))
    } else {
      self.init(.list(resource), Ending(rest))
    }
  }

  private init?(_ view: RESTView, _ ending: Ending?) {
    guard let ending else { return nil }
    self.view = view
    suffix = ending.suffix
  }
}

/// How a path ends: with a slash, or with a dot and a format, a slash behind it or not.
private struct Ending {
  let suffix: String?

  init(suffix: String?) {
    self.suffix = suffix
  }

  /// Nil for any other end. A format is made of lower-case letters and digits.
  init?(_ end: ArraySlice<UInt8>) {
    if end.elementsEqual("/".utf8) {
      self.init(suffix: nil)
      return
    }
    var format = end.dropFirst()
    if format.last == UInt8(ascii: "/") { format = format.dropLast() }
    let isFormat = format.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
    guard end.first == UInt8(ascii: "."), isFormat, !format.isEmpty else { return nil }
    self.init(suffix: String(decoding: format, as: UTF8.self))
  }
}
