/// A page of a list as it was fetched, kept beside the catalog.
public struct StagedPage: Sendable, Hashable {
  /// Where it is from.
  public let url: String
  /// When it was fetched or found unchanged, in microseconds since 1970 UTC.
  public let fetched: Int64
  /// Whether it belongs to a sync that has not ended.
  public let isFresh: Bool
  /// RFC 9110 §8.8.3 ETag, if it came with one.
  public let etag: String?
  /// RFC 9110 §8.8.2 Last-Modified, if it came with one.
  public let lastModified: String?
  /// The whole text, well-formed UTF-8.
  public let body: [UInt8]

  /// Makes a page.
  public init(
    url: String, fetched: Int64, isFresh: Bool = true, etag: String?, lastModified: String?,
    body: [UInt8]
  ) {
    self.url = url
    self.fetched = fetched
    self.isFresh = isFresh
    self.etag = etag
    self.lastModified = lastModified
    self.body = body
  }
}
