/// A body that never changes, in every coding, each made once.
final class Asset: Sendable {
  /// A body as it is sent.
  struct Variant: Sendable {
    let body: [UInt8]
    let tag: EntityTag

    fileprivate init(_ body: [UInt8]) {
      self.body = body
      tag = EntityTag(of: body)
    }
  }

  private let plain: Variant
  private let gzip: Variant?
  private let deflate: Variant?

  init(_ body: [UInt8]) {
    let deflater = Deflater(.ever)
    plain = Variant(body)
    gzip = deflater.compress(body, as: .gzip).map(Variant.init)
    deflate = deflater.compress(body, as: .deflate).map(Variant.init)
  }

  /// The body as it is.
  var body: [UInt8] { plain.body }

  /// The body in a coding, or as it is, and which of the two.
  func variant(in coding: ContentCoding) -> (coding: ContentCoding, variant: Variant) {
    let coded: Variant? =
      switch coding {
      case .gzip: gzip
      case .deflate: deflate
      case .identity: nil
      }
    return coded.map { (coding, $0) } ?? (.identity, plain)
  }
}
