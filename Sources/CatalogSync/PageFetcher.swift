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
    let kept = try await keptPage(at: url)
    if let kept, isAsGoodAsFetched(kept) {
      let page = try check(kept.body, nil)
      await client.tally.add(\.resumed)
      return page
    }
    let (page, fetched, isModified) = try await client.ask(url, conditions: conditions(for: kept)) {
      (answer, _) throws(SyncError) in
      let fetched = try staged(answer, at: url, kept: kept)
      return (
        try check(fetched.body, answer.headers["content-type"]), fetched, answer.status != 304
      )
    }
    if !isModified { await client.tally.add(\.notModified) }
    try await failingAsStore { () async throws(StoreError) in try await staging.keep(fetched) }
    return page
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

  /// The page that an answer means.
  private func staged(
    _ answer: OriginAnswer, at url: OriginURL, kept: StagedPage?
  ) throws(SyncError) -> StagedPage {
    guard answer.status == 304 else {
      return StagedPage(
        url: url.description, fetched: client.clock.now(), etag: answer.headers["etag"],
        lastModified: answer.headers["last-modified"], body: answer.body)
    }
    guard let kept, !conditions(for: kept).isEmpty else {
      throw SyncError(.unexpectedNotModified, at: url)
    }
    return StagedPage(
      url: kept.url, fetched: client.clock.now(), etag: answer.headers["etag"] ?? kept.etag,
      lastModified: answer.headers["last-modified"] ?? kept.lastModified, body: kept.body)
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
