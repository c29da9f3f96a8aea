/// Where the text of a request's document comes from.
enum DocumentOrigin: Sendable, Equatable {
  /// From the client.
  case request
  /// From the client, with its hash, to be remembered if it proves valid.
  case requestToRemember(SHA256Hash)
  /// From a request before this one.
  case remembered(SHA256Hash)
  /// From the operator.
  case trusted(SHA256Hash)
}

extension GraphQLRequest {
  /// What tells the document from all others.
  var documentKey: DocumentKey {
    switch documentOrigin {
    case .request: .text(query)
    case .requestToRemember(let hash), .remembered(let hash), .trusted(let hash): .hash(hash)
    }
  }
}
