/// The numbers under a list's heading: the first, the last, those around the current one.
struct PageNumbers: Equatable {
  let current: Int
  /// In order; nil where some are left out.
  let shown: [Int?]

  /// The numbers for a part of a list. `limit` must be positive; parts need not begin at multiples
  /// of it.
  init(count: Int, limit: Int, offset: Int) {
    let before = Self.roundedUp(offset, by: limit)
    let last = max(Self.roundedUp(count - offset, by: limit) + before, 1)
    current = min(before + 1, last)
    shown = Self.shown(current: current, last: last)
  }

  private static func roundedUp(_ count: Int, by limit: Int) -> Int {
    count > 0 ? (count - 1) / limit + 1 : -(-count / limit)
  }

  private static func shown(current: Int, last: Int) -> [Int?] {
    if last <= 5 { return Array(1...last) }
    var included: Set = [1, current - 1, current, current + 1, last]
    // A gap never hides a single number.
    if current <= 4 { included.formUnion([2, 3]) }
    if current >= last - 3 { included.formUnion([last - 2, last - 1]) }
    var shown: [Int?] = included.filter { 1...last ~= $0 }.sorted()
    if current > 4 { shown.insert(nil, at: 1) }
    if current < last - 3 { shown.insert(nil, at: shown.count - 1) }
    return shown
  }
}
