/// The distinct names of a document, numbered from 0 as they are met.
///
/// Rules compare the numbers instead of texts, and keep what they know of a name in arrays.
public struct NameTable: Sendable {
  private let source: Source
  private var names: [Name] = []
  private var hashes: [UInt64] = []
  /// Numbers of names, -1 where there is none; at most half are taken, and the count is a power of
  /// two.
  private var slots: [Int32]

  /// Makes an empty table of names in a document, with room for so many.
  public init(_ document: Document, capacity: Int) {
    source = document.source
    var slotCount = 16
    while slotCount < 2 * capacity { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
    names.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
  }

  /// How many names there are.
  public var count: Int { names.count }

  /// Where a name first stands.
  public subscript(number: Int) -> Name { names[number] }

  /// The number of a name, which becomes the next one if it is new.
  public mutating func insert(_ name: Name) -> Int {
    let hash = hash(of: name)
    let slot = slot(of: name, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(names.count)
    names.append(name)
    hashes.append(hash)
    if 2 * names.count > slots.count { grow() }
    return names.count - 1
  }

  /// The number of a name; nil if it is not there.
  public func number(of name: Name) -> Int? {
    let number = slots[slot(of: name, hash(of: name))]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a name with a text; nil if it is not there. Costs a copy of the text.
  public func number(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    let hash = NameHash.hash(of: 0..<bytes.count, in: bytes.span)
    let number = slots[
      slot(hash) { name in source.bytes[Int(name.start)..<Int(name.end)].elementsEqual(bytes) }]
    return number < 0 ? nil : Int(number)
  }

  private func hash(of name: Name) -> UInt64 {
    NameHash.hash(of: Int(name.range.start)..<Int(name.range.end), in: source.bytes.span)
  }

  private func slot(of name: Name, _ hash: UInt64) -> Int {
    slot(hash) { source.hasSameText($0, name.range) }
  }

  /// The slot that has a name of the hash, or else the one where it would go.
  private func slot(_ hash: UInt64, isName: (SourceRange) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isName(names[number].range) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}

extension Source {
  /// Whether the same bytes stand at two ranges.
  public func hasSameText(_ first: SourceRange, _ second: SourceRange) -> Bool {
    guard first.end - first.start == second.end - second.start else { return false }
    let bytes = bytes.span
    var other = Int(second.start)
    for index in Int(first.start)..<Int(first.end) {
      if bytes[index] != bytes[other] { return false }
      other += 1
    }
    return true
  }
}
