import Synchronization

/// Values by their keys, bounded in bytes.
///
/// A value begins among the newcomers, a quarter of the room, and is proven when it is used again: what
/// is used once, however many there are of it, never pushes out what is used more often.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Contents {
    var newcomers: Generations
    var proven: Generations
    var hits = 0
    var misses = 0
  }

  private struct Entry {
    let value: Value
    let bytes: Int
  }

  /// Two generations: a value that is used moves to the young one; when that is full it becomes the old
  /// one, and what was not used since is forgotten.
  private struct Generations {
    private let generationBytes: Int
    private var young: [Key: Entry] = [:]
    private var old: [Key: Entry] = [:]
    private var youngBytes = 0
    private var oldBytes = 0
    /// How many values were forgotten.
    private(set) var evictions = 0

    /// `byteLimit` is for both together.
    init(byteLimit: Int) {
      generationBytes = byteLimit / 2
    }

    var bytes: Int { youngBytes + oldBytes }

    mutating func find(_ key: Key) -> Value? {
      if let entry = young[key] { return entry.value }
      guard let entry = old.removeValue(forKey: key) else { return nil }
      oldBytes -= entry.bytes
      insert(entry, for: key)
      return entry.value
    }

    mutating func remove(_ key: Key) -> Entry? {
      if let entry = old.removeValue(forKey: key) {
        oldBytes -= entry.bytes
        return entry
      }
      guard let entry = young.removeValue(forKey: key) else { return nil }
      youngBytes -= entry.bytes
      return entry
    }

    mutating func insert(_ entry: Entry, for key: Key) {
      // A value that would fill a generation by itself is not worth the others.
      guard entry.bytes <= generationBytes else { return }
      if youngBytes + entry.bytes > generationBytes {
        evictions += old.count
        old = young
        oldBytes = youngBytes
        young = [:]
        youngBytes = 0
      }
      young[key] = entry
      youngBytes += entry.bytes
    }
  }

  private let contents: Mutex<Contents>

  init(byteLimit: Int) {
    contents = Mutex(
      Contents(
        newcomers: Generations(byteLimit: byteLimit / 4),
        proven: Generations(byteLimit: byteLimit / 4 * 3)))
  }

  /// The value for a key; nil if it is not there, or no longer.
  func find(_ key: Key) -> Value? {
    contents.withLock { contents in
      if let value = contents.proven.find(key) {
        contents.hits += 1
        return value
      }
      guard let entry = contents.newcomers.remove(key) else {
        contents.misses += 1
        return nil
      }
      contents.hits += 1
      contents.proven.insert(entry, for: key)
      return entry.value
    }
  }

  /// Keeps a value that takes so many bytes. Of two for one key the first one kept wins, and is returned.
  @discardableResult
  func keep(_ value: Value, for key: Key, bytes: Int) -> Value {
    contents.withLock { contents in
      if let winner = contents.proven.find(key) { return winner }
      if let winner = contents.newcomers.find(key) { return winner }
      contents.newcomers.insert(Entry(value: value, bytes: bytes), for: key)
      return value
    }
  }

  /// What it holds, and what it has been asked for.
  var counts: CacheCounts {
    contents.withLock { contents in
      var counts = CacheCounts()
      counts.hits = contents.hits
      counts.misses = contents.misses
      counts.evictions = contents.newcomers.evictions + contents.proven.evictions
      counts.bytes = contents.newcomers.bytes + contents.proven.bytes
      return counts
    }
  }
}
