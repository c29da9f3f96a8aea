import CatalogGateway

/// What the name of an object in a path means.
enum RESTLookup: Hashable {
  case key(RESTKey)
  /// No object can have it.
  case missing
  /// It is no id, where only an id would do.
  case invalid

  /// Packages and grids go by id if the name has nothing but digits, else by slug; categories by id.
  init(_ name: String, of resource: RESTResource) {
    switch resource {
    case .packages, .grids:
      if name.unicodeScalars.allSatisfy(Self.isDigit) {
        self.init(id: name)
      } else {
        // A text of the catalog has no U+0000.
        self = name.utf8.contains(0) ? .missing : .key(.slug(name))
      }
    case .categories: self.init(id: name)
    }
  }

  private init(id: String) {
    guard let number = DecimalNumber(id) else {
      self = .invalid
      return
    }
    self = number.int64.map { .key(.id($0)) } ?? .missing
  }

  /// Superscripts and their like are digits, though no number can be made of them.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return decimalDigit(scalar) != nil }
    switch scalar.properties.numericType {
    case .decimal, .digit: return true
    case .numeric, nil: return false
    @unknown default: return false
    }
  }
}
