import CatalogGateway

/// Which part of a list is asked for, and the links to the parts beside it.
///
/// A number that is none, or a negative one, is passed over; there is no maximum.
struct RESTPagination {
  let limit: DecimalNumber
  let offset: DecimalNumber
  /// The list's own URL, without a query.
  private let url: String
  private let parameters: QueryParameters

  private static let defaultLimit = DecimalNumber(20)
  private static let zero = DecimalNumber(0)

  /// `url` is the list's, without a query.
  init(_ request: RESTRequest, url: String) {
    let asked = request.parameters
    let limit = asked.last("limit").flatMap { DecimalNumber($0) }
    let offset = asked.last("offset").flatMap { DecimalNumber($0) }
    self.limit = limit.flatMap { $0 > Self.zero ? $0 : nil } ?? Self.defaultLimit
    self.offset = offset.flatMap { $0 > Self.zero ? $0 : nil } ?? Self.zero
    self.url = url
    parameters = request.carriedParameters
  }

  /// The URL of the next part, in case there is one.
  var next: String { link(offset: offset + limit) }

  /// The URL of the previous part; nil at the beginning.
  var previous: String? {
    guard offset > Self.zero else { return nil }
    let start = offset - limit
    return link(offset: start > Self.zero ? start : nil)
  }

  /// The question for the part. Numbers beyond 32 bits are beyond any list, too.
  var page: RESTPage {
    RESTPage(
      limit: limit.clamped(), offset: offset.clamped(), next: next, previous: previous)
  }

  /// The URL of the part that begins at an offset, with the limit as the request has it.
  func url(offset: Int?) -> String {
    url + parameters.replacing("offset", with: offset.map { "\($0)" }).text
  }

  private func link(offset: DecimalNumber?) -> String {
    url
      + parameters.replacing("limit", with: limit.text)
      .replacing("offset", with: offset?.text).text
  }
}
