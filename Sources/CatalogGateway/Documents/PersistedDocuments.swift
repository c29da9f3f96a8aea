import GraphQLLanguage
import Synchronization

/// Finds the documents that requests name, and decides which may be executed.
final class PersistedDocuments: Sendable {
  private let currentPolicy: Mutex<DocumentPolicy>
  /// The texts of documents that came with their hashes.
  private let texts = BoundedCache<SHA256Hash, [UInt8]>(byteLimit: 16 << 20)

  init(_ policy: DocumentPolicy) {
    currentPolicy = Mutex(policy)
  }

  /// What may be executed now.
  var policy: DocumentPolicy { currentPolicy.withLock { $0 } }

  /// Trusts other documents from now on.
  func trust(_ documents: TrustedDocuments) {
    currentPolicy.withLock { $0.trusted = documents }
  }

  /// The request with the text of the document that it names.
  func resolve(_ request: GraphQLRequest) throws(RequestFailure) -> GraphQLRequest {
    let policy = policy
    guard let reference = request.document else {
      return policy.executesOnlyTrusted ? try trusted(request, policy) : request
    }
    if let document = policy.trusted.document(reference) {
      guard request.query.isEmpty || policy.trusted.document(with: request.query) == document
      else {
        throw RequestFailure(.mismatch(reference))
      }
      return request.resolved(document.text, from: .trusted(document.hash))
    }
    if policy.executesOnlyTrusted {
      if request.query.isEmpty { throw RequestFailure(.notFound(reference)) }
      return try trusted(request, policy)
    }
    guard policy.remembersDocuments else {
      let mayBeMistaken = request.query.isEmpty && policy.trusted.count > 0
      throw RequestFailure(mayBeMistaken ? .notFound(reference) : .notSupported(reference))
    }
    return try remembered(request, reference)
  }

  /// A request whose document has come before, or comes with its hash now.
  private func remembered(
    _ request: GraphQLRequest, _ reference: DocumentReference
  ) throws(RequestFailure) -> GraphQLRequest {
    let hash = reference.hash
    let known = hash.flatMap { texts.find($0) }
    if let hash, let known, request.query.isEmpty || request.query == known {
      return request.resolved(known, from: .remembered(hash))
    }
    if request.query.isEmpty { throw RequestFailure(.notFound(reference)) }
    guard let hash, hash == SHA256Hash(of: request.query) else {
      throw RequestFailure(.mismatch(reference))
    }
    return request.resolved(request.query, from: .requestToRemember(hash))
  }

  /// Remembers the document of a request that proved valid, if it came with its hash.
  func remember(_ request: GraphQLRequest) {
    guard case .requestToRemember(let hash) = request.documentOrigin else { return }
    texts.keep(request.query, for: hash, bytes: request.query.count + 100)
  }

  /// A request whose text must be that of a trusted document.
  private func trusted(
    _ request: GraphQLRequest, _ policy: DocumentPolicy
  ) throws(RequestFailure) -> GraphQLRequest {
    guard let document = policy.trusted.document(with: request.query) else {
      throw RequestFailure(.notTrusted)
    }
    return request.resolved(document.text, from: .trusted(document.hash))
  }
}

extension GraphQLRequest {
  fileprivate func resolved(_ text: [UInt8], from origin: DocumentOrigin) -> GraphQLRequest {
    var request = self
    request.query = text
    request.documentOrigin = origin
    return request
  }
}

/// Why a request's document cannot be executed.
private enum DocumentProblem {
  case notFound(DocumentReference)
  case notSupported(DocumentReference)
  case mismatch(DocumentReference)
  case notTrusted
}

extension RequestFailure {
  /// Clients of automatic persisted queries know the messages and codes, and act on them.
  fileprivate init(_ problem: DocumentProblem) {
    let (message, code): (String, ErrorCode) =
      switch problem {
      case .notFound(.persistedQuery): ("PersistedQueryNotFound", .persistedQueryNotFound)
      case .notFound(.id(let id)):
        ("There is no document with the id \"\(id)\".", .persistedQueryNotFound)
      case .notSupported(.persistedQuery):
        ("PersistedQueryNotSupported", .persistedQueryNotSupported)
      case .notSupported(.id):
        ("This server knows no documents by their ids.", .persistedQueryNotSupported)
      case .mismatch(.persistedQuery): ("provided sha does not match query", .badRequest)
      case .mismatch(.id):
        ("The parameters \"query\" and \"documentId\" are different documents.", .badRequest)
      case .notTrusted:
        ("This server executes only its trusted documents, and this is none of them.", .forbidden)
      }
    self.init([GraphQLError(message, code: code)])
  }
}
