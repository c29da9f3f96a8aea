/// The rows of a batch by id: open addressing over flat arrays.
struct RowTable {
  private struct Slot {
    var id: Int64
    /// One more than the row, so that an empty table is nothing but zeros.
    var rowNumber: Int32

    static let free = Slot(id: 0, rowNumber: 0)
  }

  private var slots: [Slot]
  private var mask: Int
  private(set) var count = 0

  /// Odd, and another in every process, so that nobody can choose ids that meet in one slot.
  private static let multiplier = UInt64.random(in: .min ... .max) | 1

  /// Makes a table that holds `capacity` ids before it grows.
  init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    self.slots = Array(repeating: .free, count: slots)
    mask = slots - 1
  }

  /// The row of an id; nil if the id is not there.
  func row(of id: Int64) -> Int32? {
    let number = slots[place(of: id)].rowNumber
    return number == 0 ? nil : number - 1
  }

  /// The row of an id; `row`, remembered, if the id was not there.
  mutating func row(of id: Int64, orInsert row: Int32) -> Int32 {
    let place = place(of: id)
    let number = slots[place].rowNumber
    guard number == 0 else { return number - 1 }
    slots[place] = Slot(id: id, rowNumber: row + 1)
    count += 1
    if count * 2 > mask { grow() }
    return row
  }

  private func place(of id: Int64) -> Int {
    // Multiply-shift hashing: the highest bits of the product are as good as random.
    let hash = UInt64(bitPattern: id) &* Self.multiplier
    var place = Int(truncatingIfNeeded: hash >> UInt64(mask.leadingZeroBitCount))
    while slots[place].rowNumber != 0 && slots[place].id != id { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = RowTable(capacity: mask + 1)
    for slot in slots where slot.rowNumber != 0 {
      _ = larger.row(of: slot.id, orInsert: slot.rowNumber - 1)
    }
    self = larger
  }
}
