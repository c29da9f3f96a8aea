import CatalogStore

/// Why a sync ended without changing the catalog.
public struct SyncError: Error, Sendable {
  /// What is wrong.
  public enum Reason: Sendable {
    /// Nobody answered, or not to the end; the text is for a person.
    case unreachable(String)
    /// RFC 9110 §15 Status Codes: not one that brings a page.
    case status(Int)
    /// The origin asks to wait longer than a sync waits.
    case mustWait(Duration)
    case tooManyBytes(limit: Int)
    /// A redirect without a usable target.
    case badRedirect
    case tooManyRedirects(limit: Int)
    case foreignRedirect(to: String)
    /// "Not modified", to a request that was not conditional.
    case unexpectedNotModified
    /// What came is no root object of REST v4.
    case badRoot(expected: String, mediaType: String?)
    /// What came is no page of the list.
    case badPage(ImportError, mediaType: String?)
    /// A link leads to another scheme, host or port than the page is from.
    case foreignLink(String)
    /// The next page is one that has been read, or this one.
    case loop(next: String)
    /// A page without objects has a next one.
    case emptyPage(next: String)
    case tooManyObjects(limit: Int)
    /// The list was another each time it was read.
    case unsettled(Inconsistency)
    /// The whole list is empty, and pruning would remove all that the catalog has of it.
    case wouldRemoveAll(CatalogResource, count: Int)
    /// The pages cannot be imported together.
    case rejected(ImportError)
    /// The catalog's file.
    case store(StoreError)
    /// The task was cancelled.
    case stopped
  }

  /// What is wrong.
  public let reason: Reason
  /// The page to blame, if one is.
  public let url: String?
  /// Pages that the next sync need not fetch.
  public internal(set) var keptPages = 0

  init(_ reason: Reason, at url: OriginURL? = nil) {
    self.init(reason, url: url?.description)
  }

  init(_ reason: Reason, url: String?) {
    self.reason = reason
    self.url = url
  }
}

/// What the parts of a list, or two lists, contradict each other in.
public enum Inconsistency: Sendable, Hashable {
  /// Two pages of a list say that it has so many objects.
  case count(Int, then: Int)
  /// An object is on two pages.
  case listedTwice(Int64)
  /// The pages have another number of objects than each of them says.
  case found(Int, of: Int)
  /// A grid lists a package that does not list the grid, or the other way round.
  case membership(ListPage.Membership)
  /// A package names a category that is not listed.
  case category(Int64)
}

extension SyncError {
  /// Whether the same request may well have another answer.
  var isWorthRetrying: Bool {
    switch reason {
    case .unreachable, .badRoot, .badPage, .foreignLink, .loop, .emptyPage,
      .unexpectedNotModified, .badRedirect:
      true
    // RFC 9110 §15.5.9 408 Request Timeout, RFC 6585 §4 429 Too Many Requests.
    case .status(let code): code == 408 || code == 429 || 500...599 ~= code
    case .mustWait, .tooManyBytes, .tooManyRedirects, .foreignRedirect, .tooManyObjects, .unsettled,
      .wouldRemoveAll, .rejected, .store, .stopped:
      false
    }
  }
}

extension SyncError: CustomStringConvertible {
  /// The whole sentence: the URL and what is wrong with it.
  public var description: String {
    switch (reason, url) {
    // The store's sentence begins with the page.
    case (.badPage(let error, _), _), (.rejected(let error), _): "\(error)" + origin
    case (.stopped, _): "\(reason)"
    case (_, let url?): "\(url): \(reason)"
    case (_, nil): "\(reason)"
    }
  }

  /// What kind of answer a page that is no page was.
  private var origin: String {
    guard case .badPage(_, let mediaType?) = reason, !mediaType.lowercased().contains("json")
    else { return "" }
    return " (the answer is \(mediaType))"
  }
}

extension SyncError.Reason: CustomStringConvertible {
  /// The sentence without the URL.
  public var description: String {
    switch self {
    case .unreachable(let reason): "no answer: \(reason)"
    case .status(let code): "answered with status \(code), expected 200"
    case .mustWait(let duration):
      "asks to come back in \(duration.components.seconds) seconds, longer than a sync waits"
    case .tooManyBytes(let limit): "the answer has more than \(limit) bytes"
    case .badRedirect: "redirects to nowhere"
    case .tooManyRedirects(let limit): "redirects more than \(limit) times"
    case .foreignRedirect(let target): "redirects to another origin: \(target)"
    case .unexpectedNotModified:
      "answered that nothing is modified, to a request without conditions"
    case .badRoot(let expected, let mediaType):
      "expected \(expected)" + (mediaType.map { ", found \($0)" } ?? "")
    case .badPage(let error, _), .rejected(let error): "\(error)"
    case .foreignLink(let link): "links to another scheme, host or port: \(link)"
    case .loop(let next): "the link to the next page leads back: \(next)"
    case .emptyPage(let next): "has no objects, and still a next page: \(next)"
    case .tooManyObjects(let limit): "lists more than \(limit) objects"
    case .unsettled(let inconsistency): "\(inconsistency), each time it was read"
    case .wouldRemoveAll(let resource, let count):
      "lists no \(resource.rawValue) at all; the \(count) of the catalog are not removed for that"
    case .store(let error): "\(error)"
    case .stopped: "the sync was stopped"
    }
  }
}

extension Inconsistency: CustomStringConvertible {
  /// The contradiction, as a clause.
  public var description: String {
    switch self {
    case .count(let first, let second): "\"count\" is \(first) on one page and \(second) on another"
    case .listedTwice(let id): "object \(id) is on two pages"
    case .found(let found, let count): "\"count\" is \(count), and the pages have \(found) objects"
    case .membership(let membership):
      "grid \(membership.grid) and package \(membership.package) disagree on belonging together"
    case .category(let id): "a package is in category \(id), which is not listed"
    }
  }
}
