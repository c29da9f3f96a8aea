import GraphQLLanguage

/// Numbers known by pairs of numbers: an open-addressing table, at most half full.
struct PairTable {
  private struct Slot {
    var first: Int32
    var second: Int32
    /// -1 if the slot is free.
    var value: Int32
  }

  private static let free = Slot(first: 0, second: 0, value: -1)

  private var slots: [Slot]
  private var count = 0

  /// Makes an empty table with room for so many pairs.
  init(capacity: Int) {
    var slotCount = 16
    while slotCount < 2 * capacity { slotCount *= 2 }
    slots = Array(repeating: Self.free, count: slotCount)
  }

  /// The number of a pair.
  subscript(first: Int32, second: Int32) -> Int32? {
    let value = slots[place(of: first, second)].value
    return value < 0 ? nil : value
  }

  /// Gives a pair a number, unless it has one already, which is returned.
  mutating func insert(_ value: Int32, _ first: Int32, _ second: Int32) -> Int32? {
    let place = place(of: first, second)
    if slots[place].value >= 0 { return slots[place].value }
    slots[place] = Slot(first: first, second: second, value: value)
    count += 1
    if 2 * count > slots.count { grow() }
    return nil
  }

  /// The slot that has a pair, or else the one where it would go.
  private func place(of first: Int32, _ second: Int32) -> Int {
    let mask = slots.count - 1
    let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    var place = Int(truncatingIfNeeded: NameHash.hash(of: key)) & mask
    while slots[place].value >= 0, slots[place].second != second || slots[place].first != first {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.free, count: 2 * old.count)
    for slot in old where slot.value >= 0 { slots[place(of: slot.first, slot.second)] = slot }
  }
}
