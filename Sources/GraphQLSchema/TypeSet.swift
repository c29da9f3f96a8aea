/// A set of types of one schema, a bit a type.
struct TypeSet: Sendable {
  private var words: [UInt64]

  /// The set of some types out of `typeCount`.
  init(_ types: [TypeID], outOf typeCount: Int) {
    words = Array(repeating: 0, count: (typeCount + 63) / 64)
    for type in types {
      words[type.index / 64] |= 1 << UInt64(type.index % 64)
    }
  }

  /// Whether a type is in the set.
  func contains(_ type: TypeID) -> Bool {
    words[type.index / 64] & (1 << UInt64(type.index % 64)) != 0
  }

  /// Whether the sets have a type in common.
  func overlaps(_ other: TypeSet) -> Bool {
    zip(words, other.words).contains { $0 & $1 != 0 }
  }
}
