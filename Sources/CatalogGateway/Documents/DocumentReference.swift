import JSON

/// How a request names its document, instead of sending the text or beside it.
public enum DocumentReference: Sendable, Equatable {
  /// By the parameter `documentId`: `sha256:` and the text's hash, or an id of its own.
  /// GraphQL over HTTP, "Persisted Documents".
  case id(String)
  /// By `extensions.persistedQuery.sha256Hash`, as clients of automatic persisted queries do.
  case persistedQuery(hash: String)

  /// The name as an id of a trusted document.
  var id: String {
    switch self {
    case .id(let id): id
    case .persistedQuery(let hash): hash
    }
  }

  /// The hash of the text, if that is the name.
  var hash: SHA256Hash? {
    switch self {
    case .id(let id): id.hasPrefix("sha256:") ? SHA256Hash(hex: String(id.dropFirst(7))) : nil
    case .persistedQuery(let hash): SHA256Hash(hex: hash)
    }
  }
}

extension [JSONMember] {
  /// The hash in the extension `persistedQuery`; nil without the extension.
  ///
  /// Throws if it is there, but not in the form that clients have agreed on.
  func persistedQueryHash() throws(RequestError) -> String? {
    guard let query = last(where: { $0.name == "persistedQuery" })?.value, query != .null else {
      return nil
    }
    guard query["version"] == .int(1) else { throw .unsupportedPersistedQuery }
    guard case .string(let hash) = query["sha256Hash"] else { throw .unsupportedPersistedQuery }
    return hash
  }
}
