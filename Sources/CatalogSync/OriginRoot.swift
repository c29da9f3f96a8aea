import CatalogStore
import JSON

/// The root object of REST v4: where the lists are.
struct OriginRoot: Sendable {
  let lists: [CatalogResource: OriginURL]

  /// What a sync reads.
  static let resources: [CatalogResource] = [.categories, .grids, .packages]

  /// Reads the answer from `url`.
  /// - Throws: `SyncError`.
  init(_ answer: OriginAnswer, at url: OriginURL) throws(SyncError) {
    let mediaType = answer.headers["content-type"]
    let value: JSONValue
    do {
      value = try parseJSON(answer.body)
    } catch {
      throw SyncError(
        .badRoot(expected: "the root of a REST v4 API", mediaType: mediaType), at: url)
    }
    var lists: [CatalogResource: OriginURL] = [:]
    for resource in Self.resources {
      guard case .string(let link) = value[resource.rawValue] else {
        throw SyncError(
          .badRoot(
            expected: "the root of a REST v4 API, with a link \"\(resource.rawValue)\"",
            mediaType: nil),
          at: url)
      }
      guard let list = url.resolve(link), list.hasSameOrigin(as: url) else {
        throw SyncError(.foreignLink(link), at: url)
      }
      lists[resource] = list
    }
    self.lists = lists
  }
}
