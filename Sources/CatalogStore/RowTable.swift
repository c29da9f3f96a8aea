/// The rows of a batch by id: open addressing over flat arrays.
struct RowTable {
  /// Interleaved would save a cache line; apart, an empty table is one `memset`.
  private var ids: [Int64]
  /// The row of the id in the same slot; `free` for a slot without one.
  private var rows: [Int32]
  private var mask: Int
  private(set) var count = 0

  private static let free: Int32 = -1
  /// Odd, and another in every process, so that nobody can choose ids that meet in one slot.
  private static let multiplier = UInt64.random(in: .min ... .max) | 1

  /// Makes a table that holds `capacity` ids before it grows.
  init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    ids = Array(repeating: 0, count: slots)
    rows = Array(repeating: Self.free, count: slots)
    mask = slots - 1
  }

  /// The row of an id; nil if the id is not there.
  func row(of id: Int64) -> Int32? {
    let row = rows[slot(of: id)]
    return row == Self.free ? nil : row
  }

  /// The row of an id; `row`, remembered, if the id was not there.
  mutating func row(of id: Int64, orInsert row: Int32) -> Int32 {
    let slot = slot(of: id)
    guard rows[slot] == Self.free else { return rows[slot] }
    ids[slot] = id
    rows[slot] = row
    count += 1
    if count * 2 > mask { grow() }
    return row
  }

  private func slot(of id: Int64) -> Int {
    // Multiply-shift hashing: the highest bits of the product are as good as random.
    let hash = UInt64(bitPattern: id) &* Self.multiplier
    var slot = Int(truncatingIfNeeded: hash >> UInt64(mask.leadingZeroBitCount))
    while rows[slot] != Self.free && ids[slot] != id { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = RowTable(capacity: mask + 1)
    for slot in rows.indices where rows[slot] != Self.free {
      _ = larger.row(of: ids[slot], orInsert: rows[slot])
    }
    self = larger
  }
}
