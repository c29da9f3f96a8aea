import GraphQLExecution

/// Operations by the exact text they were compiled from, or its hash; bounded in bytes.
///
/// Only those of valid documents get in.
final class PreparedOperationCache: Sendable {
  struct Key: Hashable, Sendable {
    let document: DocumentKey
    let operationName: String?
  }

  private let operations: BoundedCache<Key, PreparedOperation>

  init(byteLimit: Int) {
    operations = BoundedCache(byteLimit: byteLimit)
  }

  /// The operation for a key. Builds outside the lock: two racing requests may both build; the first
  /// one kept wins.
  func operation<Failure: Error>(
    for key: Key, build: () throws(Failure) -> PreparedOperation
  ) throws(Failure) -> (operation: PreparedOperation, isHit: Bool) {
    if let operation = operations.find(key) { return (operation, true) }
    let operation = try build()
    let bytes = Self.estimatedBytes(of: operation.plan)
    return (operations.keep(operation, for: key, bytes: bytes), false)
  }

  /// What it holds, and what it has been asked for.
  var counts: CacheCounts { operations.counts }

  /// The text is held twice, as key and as the document's source; a node of the plan takes about
  /// 500 bytes, its part of the document included.
  static func estimatedBytes(of plan: OperationPlan) -> Int {
    2 * plan.document.document.source.bytes.count + 500 * plan.nodeCount + 1_000
  }
}

/// What tells a document from all others.
enum DocumentKey: Hashable, Sendable {
  case text([UInt8])
  /// Of a document whose text need not be looked at again.
  case hash(SHA256Hash)

  /// Hashes a text as one piece of memory, not byte by byte.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): text.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .hash(let hash): hasher.combine(hash)
    }
  }
}
