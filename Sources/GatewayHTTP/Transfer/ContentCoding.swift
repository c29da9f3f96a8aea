/// How content is coded on its way. RFC 9110 §8.4.1 Content Codings.
enum ContentCoding: CaseIterable, Sendable {
  /// RFC 9110 §8.4.1.3 Gzip Coding.
  case gzip
  /// The zlib format around the compressed data. RFC 9110 §8.4.1.2 Deflate Coding.
  case deflate
  /// As it is.
  case identity

  /// The coding that a client likes best, of equals the one that stands first above.
  ///
  /// RFC 9110 §12.5.3 Accept-Encoding: nil, without the field, is no wish, and gets content as it is.
  /// That is also sent to a client that refuses every coding there is: it may still make something of
  /// it. An element that is not well-formed says nothing.
  init(accepting list: String?) {
    switch list {
    case nil, "", "identity": self = .identity
    // What browsers and other common clients send.
    case "gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd": self = .gzip
    case let list?: self = ContentCoding.best(of: AcceptedCodings(list))
    }
  }

  private static func best(of accepted: AcceptedCodings) -> ContentCoding {
    var best = (coding: ContentCoding.identity, weight: accepted.weight(of: .identity))
    for coding in [ContentCoding.deflate, .gzip] {
      let weight = accepted.weight(of: coding)
      if weight > 0 && weight >= best.weight { best = (coding, weight) }
    }
    return best.coding
  }

  /// The field line that says so; nil where there is nothing to say. RFC 9110 §8.4 Content-Encoding.
  var fieldLine: StaticString? {
    switch self {
    case .gzip: "Content-Encoding: gzip\r\n"
    case .deflate: "Content-Encoding: deflate\r\n"
    case .identity: nil
    }
  }
}

/// The weights that a client gives to codings, in thousandths; nil where it says nothing.
private struct AcceptedCodings {
  private var gzip: Int?
  private var deflate: Int?
  private var identity: Int?
  /// Of every coding that is not named.
  private var others: Int?

  init(_ list: String) {
    for element in splitOutsideQuotes(list[...], at: ",") {
      let parts = splitOutsideQuotes(element, at: ";")
      guard parts.count <= 2, let weight = parts.count == 2 ? parseWeight(parts[1]) : 1000 else {
        continue
      }
      let name = parts[0]
      if name.equalsIgnoringCase("gzip") || name.equalsIgnoringCase("x-gzip") {
        gzip = gzip ?? weight
      } else if name.equalsIgnoringCase("deflate") {
        deflate = deflate ?? weight
      } else if name.equalsIgnoringCase("identity") {
        identity = identity ?? weight
      } else if name == "*" {
        others = others ?? weight
      }
    }
  }

  /// Nothing refuses `identity` but being told so; unnamed, it comes after everything that is named.
  func weight(of coding: ContentCoding) -> Int {
    switch coding {
    case .gzip: gzip ?? others ?? 0
    case .deflate: deflate ?? others ?? 0
    case .identity: identity ?? others ?? 0
    }
  }
}

/// `q=0.5` in thousandths; nil if it is not well-formed. RFC 9110 §12.4.2 Quality Values.
private func parseWeight(_ parameter: Substring) -> Int? {
  let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard pair.count == 2, pair[0].equalsIgnoringCase("q") else { return nil }
  return parseQuality(pair[1])
}
