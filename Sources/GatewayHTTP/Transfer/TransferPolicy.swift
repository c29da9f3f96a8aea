/// How answers are sent: compressed or not, and what caches may do with them.
public struct TransferPolicy: Sendable, Hashable {
  /// Whether answers are compressed for clients that ask for it.
  public var compresses = true
  /// From how many bytes on. An answer below it goes out in one packet with its head, compressed or
  /// not.
  public var compressionBytes = 1_200
  /// Whether answers of REST v4 are, too; the original sends them as they are.
  public var compressesREST = false
  /// What caches may do with answers to GET that come from the catalog; nil: keep them, and ask each
  /// time whether they still hold, but for REST v4, of which nothing is said then. Answers to a token
  /// are for the client alone in any case, and errors are for nobody to keep.
  public var cacheControl: CacheControl?

  /// Makes the policy of an endpoint that nothing was said about.
  public init() {}
}
