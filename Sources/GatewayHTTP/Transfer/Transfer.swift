import NIOHTTP1

/// Settles how an answer goes out: in which coding, with which validator, and what caches may do with
/// it; or that the client has it already.
struct Transfer: Sendable {
  let policy: TransferPolicy

  /// From how many bytes on a body is compressed or hashed off the event loop: 64 KB take 0.2 to 0.4
  /// ms, to hand them over 20 µs.
  private static let longBytes = 64 << 10

  /// Whether to settle the answer may take longer than others should wait.
  func isLong(_ answer: Answer, for exchange: Exchange) -> Bool {
    guard answer.coding == nil, answer.asset == nil, answer.body.count > Self.longBytes else {
      return false
    }
    return hasTag(answer, for: exchange) || coding(of: answer, for: exchange) != .identity
  }

  /// Settles an answer, once: what is settled stays.
  func settle(
    _ answer: inout Answer, for exchange: Exchange, with deflater: Deflater
  ) {
    guard answer.coding == nil else { return }
    let tag = encode(&answer, for: exchange, with: deflater)
    guard exchange.isRead else { return }
    answer.cacheControl = cacheControl(of: answer, for: exchange)
    guard hasTag(answer, for: exchange) else { return }
    let validator = tag ?? EntityTag(of: answer.body)
    answer.tag = validator
    if let list = exchange.fields.ifNoneMatch, validator.isListed(in: list) {
      answer.becomeNotModified()
    }
  }

  /// Compresses the body, if the client would have it so. Gives the tag, where it is known.
  private func encode(
    _ answer: inout Answer, for exchange: Exchange, with deflater: Deflater
  ) -> EntityTag? {
    if mayCompress(answer, for: exchange) { answer.vary.insert(.acceptEncoding) }
    let coding = coding(of: answer, for: exchange)
    if let asset = answer.asset {
      let (coding, variant) = asset.variant(in: coding)
      answer.coding = coding
      answer.body = variant.body
      return variant.tag
    }
    answer.coding = .identity
    if coding != .identity, let compressed = deflater.compress(answer.body, as: coding),
      compressed.count < answer.body.count
    {
      answer.coding = coding
      answer.body = compressed
    }
    return nil
  }

  /// The coding for the client.
  private func coding(of answer: Answer, for exchange: Exchange) -> ContentCoding {
    guard mayCompress(answer, for: exchange) else { return .identity }
    return ContentCoding(accepting: exchange.fields.acceptEncoding)
  }

  /// Whether there are clients that get the answer compressed.
  private func mayCompress(_ answer: Answer, for exchange: Exchange) -> Bool {
    guard policy.compresses, answer.rest == nil, exchange.route != .rest || policy.compressesREST
    else { return false }
    let bytes = (answer.asset?.body ?? answer.body).count
    return bytes >= policy.compressionBytes && bytes > 0
  }

  private func hasTag(_ answer: Answer, for exchange: Exchange) -> Bool {
    guard exchange.isRead, answer.status == .ok else { return false }
    switch answer.reuse {
    case .untilCatalogChanges, .untilProgramChanges: return true
    case .unsaid, .never: return false
    }
  }

  private func cacheControl(of answer: Answer, for exchange: Exchange) -> CacheControl? {
    // The original says nothing.
    if exchange.route == .rest && policy.cacheControl == nil { return nil }
    if answer.status.code >= 400 { return .neverStored }
    switch answer.reuse {
    case .never: return .neverStored
    case .untilProgramChanges: return .revalidated
    case .untilCatalogChanges:
      if exchange.fields.authorization != nil { return .privatelyRevalidated }
      return policy.cacheControl ?? .revalidated
    case .unsaid: return nil
    }
  }
}

extension Exchange {
  /// Whether the request asks for what there is, and does nothing else. RFC 9110 §9.3.1 GET, §9.3.2 HEAD.
  fileprivate var isRead: Bool { method == .GET || method == .HEAD }
}

extension Answer {
  /// Says that the client has the content. RFC 9110 §15.4.5 304 Not Modified.
  fileprivate mutating func becomeNotModified() {
    status = .notModified
    contentType = nil
    coding = .identity
    body = []
  }
}
