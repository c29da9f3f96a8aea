import GraphQLLanguage

/// Finds the place of a name in one of many lists by its bytes, without making a `String` of it.
///
/// Of equal names in a list the first one counts. One open-addressing table for all lists, at most
/// half full.
struct NameIndex: Sendable {
  private struct Entry {
    let list: Int32
    let place: Int32
    /// Where the name stands in `bytes`.
    let start: Int32
    let end: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Places in `entries`, -1 where there is none; the count is a power of two.
  private var slots: [Int32]

  /// Takes the lists of names; they are known by their places.
  init(lists: [[String]]) {
    let count = lists.reduce(0) { $0 + $1.count }
    var capacity = 2
    while capacity < 2 * count { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    entries.reserveCapacity(count)
    for (list, names) in lists.enumerated() {
      for (place, name) in names.enumerated() { add(name, list, place) }
    }
  }

  /// Takes a single list, the first one.
  init(_ names: [String]) {
    self.init(lists: [names])
  }

  private mutating func add(_ name: String, _ list: Int, _ place: Int) {
    let start = bytes.count
    bytes.append(contentsOf: name.utf8)
    let slot = slot(of: bytes, start..<bytes.count, list)
    guard slots[slot] < 0 else {
      bytes.removeLast(bytes.count - start)
      return
    }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(list: Int32(list), place: Int32(place), start: Int32(start), end: Int32(bytes.count)))
  }

  /// The place in a list of a name that stands in a source.
  func position(of name: SourceRange, in source: Source, list: Int = 0) -> Int? {
    position(of: source.bytes, Int(name.start)..<Int(name.end), list)
  }

  /// The place of a name in a list.
  func position(of name: String, list: Int = 0) -> Int? {
    let text = Array(name.utf8)
    return position(of: text, 0..<text.count, list)
  }

  private func position(of text: [UInt8], _ range: Range<Int>, _ list: Int) -> Int? {
    let entry = slots[slot(of: text, range, list)]
    return entry < 0 ? nil : Int(entries[Int(entry)].place)
  }

  /// The slot that has the name, or else the one where it would go.
  private func slot(of text: [UInt8], _ range: Range<Int>, _ list: Int) -> Int {
    // Lists are told apart by a large odd step, so that a name in many of them has many slots.
    let hash = NameHash.hash(of: range, in: text.span) &+ UInt64(list) &* 0x9E37_79B9_7F4A_7C15
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0 && !isName(entries[Int(slots[slot])], text, range, list) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isName(
    _ entry: Entry, _ text: [UInt8], _ range: Range<Int>, _ list: Int
  ) -> Bool {
    guard Int(entry.list) == list, Int(entry.end - entry.start) == range.count else { return false }
    var index = Int(entry.start)
    for place in range {
      if bytes[index] != text[place] { return false }
      index += 1
    }
    return true
  }
}
