import CatalogStore

/// A whole list, as its pages had it.
struct CrawledList: Sendable {
  let resource: CatalogResource
  /// The pages in their order.
  var pages: [OriginURL] = []
  var ids: Set<Int64> = []
  var memberships: Set<ListPage.Membership> = []
  /// Categories that packages name.
  var categories: Set<Int64> = []
}

/// Reads one list from its first page to its last, by the links from page to page.
///
/// A list that is paged by offset moves while it is read: an object that is added or removed shifts
/// all that follow, and one at the border of two pages is read twice or not at all. That shows in
/// the count, which each page repeats, and in the ids; the list is then read again from the start,
/// the last time in one page, which cannot shift.
struct ListCrawl: Sendable {
  let resource: CatalogResource
  /// The list's URL, as the root object gives it.
  let url: OriginURL
  let fetcher: PageFetcher

  private var options: SyncOptions { fetcher.client.options }
  private var tally: SyncTally { fetcher.client.tally }

  /// Reads the list until its pages fit together.
  /// - Throws: `SyncError`.
  func run() async throws(SyncError) -> CrawledList {
    var size = options.pageSize
    var attempt = 1
    while true {
      var reading = Reading(list: CrawledList(resource: resource))
      let first = url.firstPage(ofSize: size)
      guard let inconsistency = try await read(from: first, into: &reading) else {
        return reading.list
      }
      try await fetcher.expire(reading.list.pages)
      guard attempt < options.listAttempts else {
        throw SyncError(.unsettled(inconsistency), at: first)
      }
      await tally.tell(.reread(resource, inconsistency))
      attempt += 1
      if attempt == options.listAttempts {
        size = max(size, (reading.count ?? 0) + Self.roomForNewObjects)
      }
    }
  }

  /// Objects that may be added before the whole list is asked for in one page.
  private static let roomForNewObjects = 1_000

  /// What has been read of a list so far.
  private struct Reading {
    var list: CrawledList
    var visited: Set<OriginURL> = []
    /// How many objects the list has, as its first page says.
    var count: Int?
  }

  /// Reads all pages.
  /// - Returns: what does not fit; nil if everything does.
  private func read(
    from first: OriginURL, into reading: inout Reading
  ) async throws(SyncError) -> Inconsistency? {
    var current: OriginURL? = first
    while let url = current {
      reading.visited.insert(url)
      let visited = reading.visited
      let (page, next) = try await fetcher.page(at: url) { (body, mediaType) throws(SyncError) in
        try check(body, mediaType, at: url, visited: visited)
      }
      reading.list.pages.append(url)
      if let inconsistency = add(page, to: &reading) { return inconsistency }
      await tally.tell(.read(resource, objects: reading.list.ids.count, of: page.count))
      current = next
    }
    let found = reading.list.ids.count
    return found == reading.count ? nil : .found(found, of: reading.count ?? 0)
  }

  private func add(_ page: ListPage, to reading: inout Reading) -> Inconsistency? {
    if let count = reading.count, count != page.count { return .count(count, then: page.count) }
    reading.count = page.count
    for id in page.ids {
      guard reading.list.ids.insert(id).inserted else { return .listedTwice(id) }
    }
    reading.list.memberships.formUnion(page.memberships)
    reading.list.categories.formUnion(page.categories)
    // A list that goes on behind its own count need not end.
    let found = reading.list.ids.count
    return found > page.count ? .found(found, of: page.count) : nil
  }

  /// Refuses what is no page of the list, or leads astray.
  private func check(
    _ body: [UInt8], _ mediaType: String?, at url: OriginURL, visited: Set<OriginURL>
  ) throws(SyncError) -> (ListPage, next: OriginURL?) {
    let page: ListPage
    do {
      page = try ListPage(
        body, of: resource, at: url.description, linkBeginning: url.beginning)
    } catch {
      throw SyncError(.badPage(error, mediaType: mediaType), at: url)
    }
    guard page.count <= options.listObjects else {
      throw SyncError(.tooManyObjects(limit: options.listObjects), at: url)
    }
    guard let link = page.next else { return (page, nil) }
    guard let next = url.resolve(link), next.hasSameOrigin(as: url) else {
      throw SyncError(.foreignLink(link), at: url)
    }
    guard !visited.contains(next) else { throw SyncError(.loop(next: link), at: url) }
    guard !page.ids.isEmpty else { throw SyncError(.emptyPage(next: link), at: url) }
    return (page, next)
  }
}
