/// The media types in which a GraphQL response can be had. GraphQL over HTTP, "Media Types".
enum ResponseType: CaseIterable {
  case json
  case graphQLResponse

  /// The type that a client likes best; nil if it accepts neither.
  ///
  /// RFC 9110 §12.5.1 Accept: for each type the most specific range that matches decides. Of
  /// equal weights the one named more specifically wins, then the one named first, then the one that
  /// `statusCodes` prefer, which is also what clients get that name nothing. A range that is not
  /// well-formed matches nothing.
  init?(accept: String?, _ statusCodes: StatusCodes) {
    switch accept {
    case nil, "", "*/*": self = statusCodes.preferredType
    case "application/json": self = .json
    case "application/graphql-response+json": self = .graphQLResponse
    case let accept?:
      let elements = splitOutsideQuotes(accept[...], at: ",")
      guard let best = ResponseType.best(of: elements, preferring: statusCodes.preferredType)
      else { return nil }
      self = best
    }
  }

  /// Whether a client would rather have HTML than a response of any type, as browsers would.
  ///
  /// A client that takes anything, or names nothing, would not.
  static func isLessWelcomeThanHTML(to accept: String?) -> Bool {
    guard let accept, accept.contains("text/") || accept.contains("TEXT/") else { return false }
    let elements = splitOutsideQuotes(accept[...], at: ",")
    guard let html = match(of: "text", "html", in: elements), html.quality > 0 else { return false }
    return allCases.allSatisfy { type in
      guard let match = type.match(in: elements), match.quality > 0 else { return true }
      return html.isPreferred(to: match)
    }
  }

  private static func best(
    of elements: [Substring], preferring preferred: ResponseType
  ) -> ResponseType? {
    var best: (type: ResponseType, match: Match)?
    for type in [preferred] + allCases.filter({ $0 != preferred }) {
      guard let match = type.match(in: elements), match.quality > 0 else { continue }
      if let current = best, !match.isPreferred(to: current.match) { continue }
      best = (type, match)
    }
    return best?.type
  }

  private var subtype: Substring {
    switch self {
    case .json: "json"
    case .graphQLResponse: "graphql-response+json"
    }
  }

  /// How an `Accept` list speaks of this type.
  private struct Match {
    let quality: Int
    /// 2 for the type itself, 1 for all its subtypes, 0 for `*/*`.
    let specificity: Int
    let position: Int

    func isPreferred(to other: Match) -> Bool {
      if quality != other.quality { return quality > other.quality }
      if specificity != other.specificity { return specificity > other.specificity }
      return position < other.position
    }
  }

  private func match(in elements: [Substring]) -> Match? {
    Self.match(of: "application", subtype, in: elements)
  }

  private static func match(
    of type: Substring, _ subtype: Substring, in elements: [Substring]
  ) -> Match? {
    var best: Match?
    for (position, element) in elements.enumerated() {
      guard let range = MediaRange(element), range.isUTF8,
        let specificity = specificity(of: range, for: type, subtype)
      else { continue }
      if let best, best.specificity >= specificity { continue }
      best = Match(quality: range.quality, specificity: specificity, position: position)
    }
    return best
  }

  private static func specificity(
    of range: MediaRange, for type: Substring, _ subtype: Substring
  ) -> Int? {
    switch (range.type, range.subtype) {
    case (type, subtype): 2
    case (type, "*"): 1
    case ("*", "*"): 0
    default: nil
    }
  }
}
