/// What a parser does to one of the arenas.
extension Array {
  /// How many nodes the first block of an arena has room for.
  private static var firstCapacity: Int { 32 }

  /// Appends a node.
  @discardableResult
  mutating func appendNode(_ node: Element) -> NodeIndex<Element> {
    reserveRoom(for: 1)
    append(node)
    return NodeIndex(count - 1)
  }

  /// The nodes from `start` on.
  func run(from start: Int) -> NodeRange<Element> {
    NodeRange(start: start, count: count - start)
  }

  /// Moves the nodes of a stack from `base` on to the end of an arena, where they are one run.
  mutating func closeRun(from base: Int, in arena: inout [Element]) -> NodeRange<Element> {
    let start = arena.count
    arena.reserveRoom(for: count - base)
    for index in base..<count { arena.append(self[index]) }
    removeLast(count - base)
    return arena.run(from: start)
  }

  /// Small documents would spend most of their time on growing arenas from one node on.
  private mutating func reserveRoom(for additional: Int) {
    guard capacity - count < additional else { return }
    reserveCapacity(Swift.max(Self.firstCapacity, 2 * capacity, count + additional))
  }
}
