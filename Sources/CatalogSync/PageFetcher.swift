import CatalogStore

/// Gets pages of lists: those of a sync that was stopped from where they are kept, all others from
/// the origin. A page that is right is kept before it is given.
struct PageFetcher: Sendable {
  let client: OriginClient
  let staging: PageStaging

  /// The page of a URL.
  /// - Parameters:
  ///   - url: the page.
  ///   - check: reads the page, or refuses it.
  /// - Returns: what `check` made of it.
  /// - Throws: `SyncError`.
  func page<Page>(
    at url: OriginURL, check: (_ body: [UInt8], _ mediaType: String?) throws(SyncError) -> Page
  ) async throws(SyncError) -> Page {
    // What does not pass the check any more is as good as not kept.
    let kept = try await keptPage(at: url).flatMap { staged in
      Kept(staged: staged, check: check)
    }
    if let kept, isAsGoodAsFetched(kept.staged) {
      await client.tally.add(\.resumed)
      return kept.page
    }
    let fetched = try await client.ask(url, conditions: conditions(for: kept?.staged)) {
      (answer, _) throws(SyncError) in
      guard answer.status == 304 else {
        return Kept(
          staged: staged(answer, at: url),
          page: try check(answer.body, answer.headers["content-type"]))
      }
      guard let kept, !conditions(for: kept.staged).isEmpty else {
        throw SyncError(.unexpectedNotModified, at: url)
      }
      return Kept(staged: refreshed(kept.staged, by: answer), page: kept.page, isUnmodified: true)
    }
    if fetched.isUnmodified { await client.tally.add(\.notModified) }
    try await failingAsStore { () async throws(StoreError) in
      try await staging.keep(fetched.staged)
    }
    return fetched.page
  }

  /// A page as it is kept, and what it holds.
  fileprivate struct Kept<Page> {
    let staged: StagedPage
    let page: Page
    var isUnmodified = false
  }

  /// Lets pages be asked for again, conditionally if they have a validator.
  func expire(_ urls: [OriginURL]) async throws(SyncError) {
    try await failingAsStore { () async throws(StoreError) in
      try await staging.expire(urls.map(\.description))
    }
  }

  private func keptPage(at url: OriginURL) async throws(SyncError) -> StagedPage? {
    try await failingAsStore { () async throws(StoreError) in
      try await staging.page(at: url.description)
    }
  }

  private func isAsGoodAsFetched(_ page: StagedPage) -> Bool {
    let age = Duration.microseconds(client.clock.now() - page.fetched)
    return page.isFresh && .zero...client.options.resumeWindow ~= age
  }

  /// RFC 9110 §13.1.2 If-None-Match, §13.1.3 If-Modified-Since.
  private func conditions(for page: StagedPage?) -> [String: String] {
    var conditions: [String: String] = [:]
    conditions["if-none-match"] = page?.etag
    conditions["if-modified-since"] = page?.lastModified
    return conditions
  }

  /// An answer as it is to be kept.
  private func staged(_ answer: OriginAnswer, at url: OriginURL) -> StagedPage {
    StagedPage(
      url: url.description, fetched: client.clock.now(), etag: answer.headers["etag"],
      lastModified: answer.headers["last-modified"], body: answer.body)
  }

  /// A page that the origin says is still the same. RFC 9111 §4.3.4 Freshening Stored Responses upon
  /// Validation.
  private func refreshed(_ page: StagedPage, by answer: OriginAnswer) -> StagedPage {
    StagedPage(
      url: page.url, fetched: client.clock.now(), etag: answer.headers["etag"] ?? page.etag,
      lastModified: answer.headers["last-modified"] ?? page.lastModified, body: page.body)
  }

  private func failingAsStore<Value>(
    _ body: () async throws(StoreError) -> Value
  ) async throws(SyncError) -> Value {
    do {
      return try await body()
    } catch {
      throw SyncError(.store(error))
    }
  }
}

extension PageFetcher.Kept {
  /// Reads a page that is kept; nil if the check refuses it.
  fileprivate init?(
    staged: StagedPage, check: (_ body: [UInt8], _ mediaType: String?) throws(SyncError) -> Page
  ) {
    switch Result(catching: { () throws(SyncError) in try check(staged.body, nil) }) {
    case .success(let page): self.init(staged: staged, page: page)
    case .failure: return nil
    }
  }
}
