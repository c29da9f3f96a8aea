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

  /// The hash of the document's text. Costs a few microseconds a kilobyte if it is not known.
  var documentHash: SHA256Hash {
    switch documentKey {
    case .text(let text): SHA256Hash(of: text)
    case .hash(let hash): hash
    }
  }
}
