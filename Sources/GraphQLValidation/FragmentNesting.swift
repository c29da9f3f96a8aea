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
  private(set) var depths: [Int]

  init(_ outlines: [DefinitionOutline], fragmentIndices: [String: Int]) {
    depths = Array(repeating: -1, count: outlines.count)
    for root in outlines.indices where depths[root] < 0 {
      var path = [(definition: root, next: 0)]
      var onPath: Set<Int> = [root]
      while let (definition, next) = path.popLast() {
        let outline = outlines[definition]
        guard next < outline.spreads.count else {
          onPath.remove(definition)
          depths[definition] = depth(of: outline, fragmentIndices)
          continue
        }
        path.append((definition, next + 1))
        if let target = fragmentIndices[outline.spreads[next].name], depths[target] < 0,
          onPath.insert(target).inserted
        {
          path.append((target, 0))
        }
      }
    }
  }

  private func depth(of outline: DefinitionOutline, _ fragmentIndices: [String: Int]) -> Int {
    outline.spreads.reduce(outline.depth) { depth, spread in
      let target = fragmentIndices[spread.name].map { max(depths[$0], 0) } ?? 0
      return max(depth, spread.depth + target)
    }
  }
}
