import GraphQLExecution
import Synchronization

/// Plans by the exact text they were compiled from, bounded in bytes.
///
/// Two generations: a plan that is used moves to the young one; when that is full it becomes the
/// old one, and what was not used since is forgotten. Only plans of valid documents get in.
final class PreparedOperationCache: Sendable {
  struct Key: Hashable, Sendable {
    let query: [UInt8]
    let operationName: String?

    /// Hashes the text as one piece of memory, not byte by byte.
    func hash(into hasher: inout Hasher) {
      query.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(operationName)
    }
  }

  private struct Generations {
    var young: [Key: OperationPlan] = [:]
    var old: [Key: OperationPlan] = [:]
    var youngBytes = 0
  }

  private let generations = Mutex(Generations())
  private let generationBytes: Int

  init(byteLimit: Int) {
    generationBytes = byteLimit / 2
  }

  /// The plan for a key. Builds outside the lock: two racing requests may both build; the first one
  /// kept wins.
  func plan<Failure: Error>(
    for key: Key, build: () throws(Failure) -> OperationPlan
  ) throws(Failure) -> (plan: OperationPlan, isHit: Bool) {
    if let plan = find(key) { return (plan, true) }
    let plan = try build()
    return (keep(plan, for: key), false)
  }

  private func find(_ key: Key) -> OperationPlan? {
    generations.withLock { generations in
      if let plan = generations.young[key] { return plan }
      guard let plan = generations.old.removeValue(forKey: key) else { return nil }
      insert(plan, for: key, into: &generations)
      return plan
    }
  }

  private func keep(_ plan: OperationPlan, for key: Key) -> OperationPlan {
    generations.withLock { generations in
      if let winner = generations.young[key] { return winner }
      insert(plan, for: key, into: &generations)
      return plan
    }
  }

  private func insert(_ plan: OperationPlan, for key: Key, into generations: inout Generations) {
    let bytes = Self.estimatedBytes(of: plan, key)
    // A plan that would fill a generation by itself is not worth the others.
    guard bytes <= generationBytes else { return }
    if generations.youngBytes + bytes > generationBytes {
      generations.old = generations.young
      generations.young = [:]
      generations.youngBytes = 0
    }
    generations.young[key] = plan
    generations.youngBytes += bytes
  }

  /// The text is held twice, as key and as the document's source; a node of the plan takes about
  /// 500 bytes, its part of the document included.
  private static func estimatedBytes(of plan: OperationPlan, _ key: Key) -> Int {
    2 * key.query.count + 500 * plan.nodeCount + 1_000
  }
}
