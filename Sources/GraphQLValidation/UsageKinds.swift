import GraphQLLanguage
import GraphQLSchema

/// The usages of variables in fragments, one of each kind, and which definitions reach which.
///
/// Looks at the definitions that reach any of 64 kinds together. An operation must define what it
/// reaches, so that the kinds and operations that meet are no more than a valid document is long;
/// what is not linear is fragments in between, and costs a 64th of the kinds for each of these.
struct UsageKinds {
  /// Usages that differ in more than their place.
  private(set) var distinct: [VariableUsage] = []
  /// By the place in `distinct`: the fragments that have such a usage.
  private var fragments: [[Int]] = []
  /// By the place of a definition: those that spread it.
  private var users: [[Int]]
  /// By the place of a definition: its place in the order of nesting.
  private var ranks: [Int]
  /// By the place of a definition: which of the 64 kinds it reaches; zero between two calls.
  private var reached: [UInt64]

  /// All of a usage but its place.
  private struct Kind: Hashable {
    let name: Int
    let type: FieldType?
    let hasDefault: Bool
    let oneOfParent: TypeID?
  }

  init(_ outline: DocumentOutline) {
    users = outline.definitions.map { _ in [] }
    ranks = outline.definitions.map { _ in 0 }
    reached = outline.definitions.map { _ in 0 }
    for (rank, index) in outline.nesting.order.enumerated() { ranks[index] = rank }
    for index in outline.definitions.indices {
      for spread in outline.spreads(in: index) {
        if let target = spread.target { users[target].append(index) }
      }
    }
    var names = NameTable(outline.document, capacity: 0)
    var numbers: [Kind: Int] = [:]
    for index in outline.definitions.indices where outline.fragmentName(at: index) >= 0 {
      for usage in outline.usages(in: index) {
        let kind = Kind(
          name: names.insert(usage.name), type: usage.type, hasDefault: usage.hasDefault,
          oneOfParent: usage.oneOfParent)
        let number = numbers[kind] ?? distinct.count
        if number == distinct.count {
          numbers[kind] = number
          distinct.append(usage)
          fragments.append([])
        }
        if fragments[number].last != index { fragments[number].append(index) }
      }
    }
  }

  /// The definitions that have any of the 64 kinds from a place on, or spread a fragment that has,
  /// directly or not; with a bit for each of the kinds.
  mutating func definitions(
    reaching block: Int, _ outline: DocumentOutline
  ) -> [(definition: Int, kinds: UInt64)] {
    var found: [Int] = []
    for kind in block..<min(block + UInt64.bitWidth, distinct.count) {
      for fragment in fragments[kind] {
        if reached[fragment] == 0 { found.append(fragment) }
        reached[fragment] |= 1 << UInt64(kind - block)
      }
    }
    addUsers(to: &found)
    // What is spread comes first, so that one pass will do unless there are cycles.
    found.sort { ranks[$0] < ranks[$1] }
    while !carry(to: found, outline), outline.nesting.hasCycles {}
    return found.map { definition in
      defer { reached[definition] = 0 }
      return (definition, reached[definition])
    }
  }

  /// Adds the definitions that spread those found, directly or not.
  private func addUsers(to found: inout [Int]) {
    var isFound = Set(found)
    var next = 0
    while next < found.count {
      for user in users[found[next]] where isFound.insert(user).inserted { found.append(user) }
      next += 1
    }
  }

  /// Gives each definition what those have that it spreads; whether all had it.
  private mutating func carry(to definitions: [Int], _ outline: DocumentOutline) -> Bool {
    var isComplete = true
    for definition in definitions {
      let bits = outline.spreads(in: definition).reduce(reached[definition]) { bits, spread in
        bits | (spread.target.map { reached[$0] } ?? 0)
      }
      isComplete = isComplete && bits == reached[definition]
      reached[definition] = bits
    }
    return isComplete
  }
}
