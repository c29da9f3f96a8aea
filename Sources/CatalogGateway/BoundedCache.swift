import Synchronization

/// Values by their keys, bounded in bytes.
///
/// Two generations: a value that is used moves to the young one; when that is full it becomes the old
/// one, and what was not used since is forgotten.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let value: Value
    let bytes: Int
  }

  private struct Generations {
    var young: [Key: Entry] = [:]
    var old: [Key: Entry] = [:]
    var youngBytes = 0
    var oldBytes = 0
    var counts = CacheCounts()
  }

  private let generations = Mutex(Generations())
  private let generationBytes: Int

  init(byteLimit: Int) {
    generationBytes = byteLimit / 2
  }

  /// The value for a key; nil if it is not there, or no longer.
  func find(_ key: Key) -> Value? {
    generations.withLock { generations in
      if let entry = generations.young[key] {
        generations.counts.hits += 1
        return entry.value
      }
      guard let entry = generations.old.removeValue(forKey: key) else {
        generations.counts.misses += 1
        return nil
      }
      generations.counts.hits += 1
      generations.oldBytes -= entry.bytes
      insert(entry, for: key, into: &generations)
      return entry.value
    }
  }

  /// Keeps a value that takes so many bytes. Of two for one key the first one kept wins, and is returned.
  @discardableResult
  func keep(_ value: Value, for key: Key, bytes: Int) -> Value {
    generations.withLock { generations in
      if let winner = generations.young[key] { return winner.value }
      insert(Entry(value: value, bytes: bytes), for: key, into: &generations)
      return value
    }
  }

  /// What it holds, and what it has been asked for.
  var counts: CacheCounts {
    generations.withLock { generations in
      var counts = generations.counts
      counts.bytes = generations.youngBytes + generations.oldBytes
      return counts
    }
  }

  private func insert(_ entry: Entry, for key: Key, into generations: inout Generations) {
    // A value that would fill a generation by itself is not worth the others.
    guard entry.bytes <= generationBytes else { return }
    if generations.youngBytes + entry.bytes > generationBytes {
      generations.counts.evictions += generations.old.count
      generations.old = generations.young
      generations.oldBytes = generations.youngBytes
      generations.young = [:]
      generations.youngBytes = 0
    }
    generations.young[key] = entry
    generations.youngBytes += entry.bytes
  }
}
