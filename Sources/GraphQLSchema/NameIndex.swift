import GraphQLLanguage

/// Finds the place of a name in a list by its bytes, without making a `String` of it.
///
/// Of equal names the first one counts. An open-addressing table that is at most half full; the
/// list is the schema's own, so that a client cannot make its chains long.
struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where in `bytes` each name ends.
  private var ends: [Int] = []
  /// Places in the list, -1 where there is none; the count is a power of two.
  private var slots: [Int32]

  init(_ names: [String]) {
    var capacity = 2
    while capacity < 2 * names.count { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    for name in names {
      let start = bytes.count
      bytes.append(contentsOf: name.utf8)
      let slot = slot(of: bytes, start, bytes.count)
      if slots[slot] < 0 { slots[slot] = Int32(ends.count) }
      ends.append(bytes.count)
    }
  }

  /// The place of a name that stands in a source.
  func position(of name: SourceRange, in source: Source) -> Int? {
    position(of: source.bytes, Int(name.start), Int(name.end))
  }

  /// The place of a name.
  func position(of name: String) -> Int? {
    let text = Array(name.utf8)
    return position(of: text, 0, text.count)
  }

  private func position(of text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let position = slots[slot(of: text, start, end)]
    return position < 0 ? nil : Int(position)
  }

  /// The slot that has the name, or else the one where it would go.
  private func slot(of text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var slot = hash(text, start, end) & (slots.count - 1)
    while slots[slot] >= 0 && !isName(Int(slots[slot]), text, start, end) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(_ position: Int, _ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let first = position == 0 ? 0 : ends[position - 1]
    guard ends[position] - first == end - start else { return false }
    for offset in 0..<(end - start) where bytes[first + offset] != text[start + offset] {
      return false
    }
    return true
  }

  /// FNV-1a.
  private func hash(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end {
      hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
