import CatalogStore
import NIOPosix

/// One sync: crawls a REST v4 API and brings a catalog in step with it.
///
/// The three lists are read at the same time, each page by page. Only when all of them are there,
/// the catalog changes, in one transaction; until then the pages are kept in its file, so that a run
/// that was stopped is taken up by the next.
public struct SyncRun: Sendable {
  private let root: OriginURL
  private let catalog: CatalogDatabase
  private let options: SyncOptions
  private let clock: SyncClock
  private let fetcher: PageFetcher

  /// Prepares a sync; nothing is asked before ``run()``.
  /// - Parameters:
  ///   - root: the API's root, as `https://djangopackages.org/api/v4/`.
  ///   - catalog: what to bring in step.
  ///   - options: how to behave.
  ///   - transport: what carries requests.
  ///   - clock: what time it is.
  ///   - report: told what happens, one thing at a time.
  /// - Throws: `SyncError` if the catalog's file cannot be opened.
  public init(
    of root: OriginURL, into catalog: CatalogDatabase, options: SyncOptions,
    transport: any OriginTransport, clock: SyncClock = .system(),
    report: @escaping @Sendable (SyncEvent) async -> Void = { _ in }
  ) throws(SyncError) {
    self.root = root
    self.catalog = catalog
    self.options = options
    self.clock = clock
    let client = OriginClient(
      transport: transport,
      pacer: RequestPacer(requestsPerSecond: options.requestsPerSecond, clock: clock),
      tally: SyncTally(report: report), clock: clock, options: options)
    do {
      fetcher = PageFetcher(client: client, staging: try catalog.makePageStaging())
    } catch {
      throw SyncError(.store(error))
    }
  }

  /// Does it all.
  /// - Returns: what was done.
  /// - Throws: `SyncError`; the catalog is as it was, and pages that were right are kept.
  public func run() async throws(SyncError) -> SyncReport {
    do throws(SyncError) {
      return try await crawlAndImport()
    } catch {
      var error = error
      if Task.isCancelled { error = SyncError(.stopped) }
      do {
        error.keptPages = try await fetcher.staging.freshCount()
      } catch let storeError {
        throw SyncError(.store(storeError))
      }
      throw error
    }
  }

  private func crawlAndImport() async throws(SyncError) -> SyncReport {
    let start = clock.elapsed()
    let lists = try await fetcher.client.ask(root) { (answer, url) throws(SyncError) in
      try OriginRoot(answer, at: url).lists
    }
    var crawl = try await readAll(lists)
    var contradiction = crawl.contradiction
    var attempt = 1
    while let found = contradiction, attempt < options.crawlAttempts {
      await fetcher.client.tally.tell(.reread(nil, found))
      try await fetcher.expire(crawl.pages)
      crawl = try await readAll(lists)
      contradiction = crawl.contradiction
      attempt += 1
    }
    try refuseToRemoveAll(crawl)
    let summary = try await importPages(of: crawl)
    return SyncReport(
      summary: summary, traffic: await fetcher.client.tally.traffic, contradiction: contradiction,
      elapsed: clock.elapsed() - start)
  }

  /// Reads the lists at the same time; the first that cannot be read ends the others.
  private func readAll(_ lists: [CatalogResource: OriginURL]) async throws(SyncError) -> Crawl {
    let results = await withTaskGroup(of: Result<CrawledList, SyncError>.self) { group in
      for (resource, url) in lists {
        let list = ListCrawl(resource: resource, url: url, fetcher: fetcher)
        group.addTask {
          do throws(SyncError) {
            return .success(try await list.run())
          } catch {
            return .failure(error)
          }
        }
      }
      var results: [Result<CrawledList, SyncError>] = []
      for await result in group {
        results.append(result)
        if case .failure = result {
          group.cancelAll()
          break
        }
      }
      return results
    }
    var crawl = Crawl()
    for result in results {
      let list = try result.get()
      crawl.lists[list.resource] = list
    }
    return crawl
  }

  /// An origin that has lost its data has empty lists, too.
  private func refuseToRemoveAll(_ crawl: Crawl) throws(SyncError) {
    guard options.prunes else { return }
    let present: CatalogSummary
    do {
      present = try catalog.makeReader().summary()
    } catch {
      throw SyncError(.store(error))
    }
    let counts = [
      CatalogResource.categories: present.categoryCount, .grids: present.gridCount,
      .packages: present.packageCount,
    ]
    for resource in OriginRoot.resources {
      guard let list = crawl.lists[resource], list.ids.isEmpty, let count = counts[resource],
        count > 0
      else { continue }
      throw SyncError(.wouldRemoveAll(resource, count: Int(count)), at: list.pages.first)
    }
  }

  private func importPages(of crawl: Crawl) async throws(SyncError) -> ImportSummary {
    let pages = OriginRoot.resources.flatMap { resource in
      (crawl.lists[resource]?.pages ?? []).map {
        PageToImport(url: $0.description, resource: resource)
      }
    }
    await fetcher.client.tally.tell(.importing(pages: pages.count))
    let absentObjects = options.prunes ? AbsentObjects.removed : .marked
    do {
      // Blocks for as long as an import takes: not on a thread that others wait for.
      return try await NIOThreadPool.singleton.runIfActive { [catalog] in
        try catalog.importPages(pages, absentObjects: absentObjects)
      }
    } catch {
      guard let error = error as? ImportError else { throw SyncError(.stopped) }
      if case .store(let failure) = error.problem { throw SyncError(.store(failure)) }
      // Taken up again, the same pages would fail again.
      try await fetcher.expire(crawl.pages)
      throw SyncError(.rejected(error))
    }
  }
}

/// The lists of one crawl.
private struct Crawl {
  var lists: [CatalogResource: CrawledList] = [:]

  var pages: [OriginURL] { lists.values.flatMap(\.pages) }

  /// What the lists contradict each other in, having been read one after the other; the lowest ids.
  var contradiction: Inconsistency? {
    guard let categories = lists[.categories], let grids = lists[.grids],
      let packages = lists[.packages]
    else { return nil }
    let disputed = grids.memberships.symmetricDifference(packages.memberships)
    if let first = disputed.min(by: { ($0.grid, $0.package) < ($1.grid, $1.package) }) {
      return .membership(first)
    }
    return packages.categories.subtracting(categories.ids).min().map { .category($0) }
  }
}
