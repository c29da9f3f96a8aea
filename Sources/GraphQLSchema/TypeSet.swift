/// A set of types of one schema; its size is that of its members, however many types there are.
struct TypeSet: Sendable {
  /// Ascending, each once or more.
  private let indices: [Int]

  init(_ types: [TypeID]) {
    indices = types.map(\.index).sorted()
  }

  /// Whether a type is in the set. Costs a binary search.
  func contains(_ type: TypeID) -> Bool { contains(type.index) }

  private func contains(_ index: Int) -> Bool {
    var range = indices[...]
    while let middle = range.indices.middle {
      if range[middle] == index { return true }
      range = range[middle] < index ? range[(middle + 1)...] : range[..<middle]
    }
    return false
  }

  /// Whether the sets have a type in common. Costs a search for each type of the smaller one.
  func overlaps(_ other: TypeSet) -> Bool {
    indices.count <= other.indices.count
      ? indices.contains { other.contains($0) } : other.indices.contains { contains($0) }
  }
}

extension Range<Int> {
  fileprivate var middle: Int? { isEmpty ? nil : lowerBound + count / 2 }
}
