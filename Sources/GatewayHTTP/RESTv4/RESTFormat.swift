/// The forms in which an answer can be had, in the order of preference.
enum RESTFormat: String, CaseIterable {
  case json
  /// A page for a browser.
  case api

  /// The media type, in two parts.
  var mediaType: (type: String, subtype: String) {
    switch self {
    case .json: ("application", "json")
    case .api: ("text", "html")
    }
  }
}

/// What an answer is to be like, settled between the request and what there is.
struct RESTNegotiation: Equatable {
  let format: RESTFormat
  /// Blanks a level; nil for no white space at all. A page has its own measure unless told.
  let indent: Int?

  /// Why nothing fits.
  enum Failure: Error {
    /// There is no such format.
    case unknownFormat
    /// `Accept` allows none of the formats.
    case notAcceptable
  }

  /// Compact JSON.
  static let fallback = RESTNegotiation(format: .json, indent: nil)

  private init(format: RESTFormat, indent: Int?) {
    self.format = format
    self.indent = indent
  }

  /// Chooses as the origin does: the format named, if one is, must be acceptable too. Of what is
  /// acceptable, a media type with parameters goes before one without, that before a wild card;
  /// weights do not matter, and JSON goes before the page.
  init(format name: String?, accept: String?) throws(Failure) {
    var formats = RESTFormat.allCases
    if let name, !name.isEmpty {
      formats = formats.filter { $0.rawValue == name }
      guard !formats.isEmpty else { throw .unknownFormat }
    }
    guard let accept, accept != "*/*" else {
      self.init(format: formats[0], indent: formats[0].defaultIndent)
      return
    }
    let ranges = accept.split(separator: ",", omittingEmptySubsequences: false).map {
      AcceptedType($0)
    }
    for precedence in (0...3).reversed() {
      for format in formats {
        let match = ranges.first { $0.precedence == precedence && $0.matches(format) }
        guard let match else { continue }
        self.init(format: format, indent: match.indent(default: format.defaultIndent))
        return
      }
    }
    throw .notAcceptable
  }
}

extension RESTFormat {
  fileprivate var defaultIndent: Int? {
    switch self {
    case .json: nil
    case .api: 4
    }
  }
}

/// One element of an `Accept` list as the origin takes it apart, well-formed or not.
private struct AcceptedType {
  let type: Substring
  let subtype: Substring
  /// Later ones override earlier ones of the same name.
  let parameters: [(name: String, value: Substring)]

  init(_ element: Substring) {
    let parts = splitOutsideQuotes(element, at: ";")
    let essence = (parts.first ?? "").lowercased()[...]
    let slash = essence.firstIndex(of: "/") ?? essence.endIndex
    type = essence[..<slash]
    subtype = essence[slash...].dropFirst()
    parameters = parts.dropFirst().compactMap { part in
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let name = trimmed(part[..<equals]).lowercased()
      var value = trimmed(part[equals...].dropFirst())
      if value.utf8.count >= 2, value.first == "\"", value.last == "\"" {
        value = value.dropFirst().dropLast()
      }
      return (name, value)
    }
  }

  /// How specific it is, from 0 to 3.
  var precedence: Int {
    if type == "*" { return 0 }
    if subtype == "*" { return 1 }
    return parameters.allSatisfy { $0.name == "q" } ? 2 : 3
  }

  func matches(_ format: RESTFormat) -> Bool {
    let (type, subtype) = format.mediaType
    return (self.subtype == "*" || self.subtype == subtype)
      && (self.type == "*" || self.type == type)
  }

  /// The parameter `indent`, from 0 for none to 8.
  func indent(default defaultIndent: Int?) -> Int? {
    guard let text = parameters.last(where: { $0.name == "indent" })?.value,
      let number = DecimalNumber(String(text))
    else { return defaultIndent }
    let indent = min(max(number.clamped(to: Int.self), 0), 8)
    return indent == 0 ? nil : indent
  }
}
