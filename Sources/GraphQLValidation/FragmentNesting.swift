import GraphQLLanguage

/// How deep the selection sets of each definition nest when fragments take the place of their
/// spreads.
///
/// The parser bounds the nesting within one definition only. Rules that follow spreads recurse as
/// deep as this says.
struct FragmentNesting {
  /// How deep selection sets may nest through fragments.
  static let maximumDepth = 200

  /// By the place of the definition; 0 for one that is not executable. Of fragments that contain
  /// themselves, one of the spreads counts nothing.
  private(set) var depths: [Int] = []
  /// The definitions, those that one spreads before it as far as they do not spread each other.
  private(set) var order: [Int] = []
  /// Whether a fragment contains itself.
  private(set) var hasCycles = false

  /// Nothing yet.
  init() {}

  /// Follows the spreads of each definition once.
  init(_ outline: DocumentOutline) {
    depths = Array(repeating: -1, count: outline.definitions.count)
    var isOnPath = Array(repeating: false, count: outline.definitions.count)
    for root in outline.definitions.indices where depths[root] < 0 {
      var path = [(definition: root, next: outline.definitions[root].spreads.lowerBound)]
      isOnPath[root] = true
      while let (definition, next) = path.popLast() {
        guard next < outline.definitions[definition].spreads.upperBound else {
          isOnPath[definition] = false
          depths[definition] = depth(of: definition, outline)
          order.append(definition)
          continue
        }
        path.append((definition, next + 1))
        guard let target = outline.spreads[next].target, depths[target] < 0 else { continue }
        if isOnPath[target] {
          hasCycles = true
        } else {
          isOnPath[target] = true
          path.append((target, outline.definitions[target].spreads.lowerBound))
        }
      }
    }
  }

  private func depth(of definition: Int, _ outline: DocumentOutline) -> Int {
    var depth = outline.definitions[definition].depth
    for spread in outline.spreads(in: definition) {
      let target = spread.target.map { max(depths[$0], 0) } ?? 0
      depth = max(depth, Int(spread.depth) + target)
    }
    return depth
  }
}
