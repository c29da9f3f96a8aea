import GraphQLLanguage
import GraphQLSchema

/// Which fragments have been followed already.
struct FragmentCycles {
  /// By the number of the name.
  fileprivate var isVisited: [Bool]
  /// By the number of the name: how many spreads lead to a fragment on the way; -1 off the way.
  fileprivate var depths: [Int]

  init(_ outline: DocumentOutline) {
    isVisited = Array(repeating: false, count: outline.fragmentNameCount)
    depths = Array(repeating: -1, count: outline.fragmentNameCount)
  }
}

extension Validator {
  /// A fragment on the way, and the spreads on the way to and from it.
  private struct Step {
    let name: Int
    let definition: Int
    var next: Int
  }

  /// No fragment contains itself. Spec §5.5.2.2 Fragment Spreads Must Not Form Cycles.
  ///
  /// Follows each fragment once, depth first without recursion, and reports every spread that comes
  /// back to one on the way.
  mutating func checkFragmentCycles(from index: Int) {
    guard enter(outline.fragmentName(at: index), depth: 0) else { return }
    var steps = [step(into: index)]
    var path: [SpreadUsage] = []
    while var step = steps.popLast() {
      guard step.next < outline.definitions[step.definition].spreads.upperBound else {
        fragmentCycles.depths[step.name] = -1
        _ = path.popLast()
        continue
      }
      let spread = outline.spreads[step.next]
      step.next += 1
      steps.append(step)
      guard let target = spread.target else { continue }
      path.append(spread)
      let depth = fragmentCycles.depths[Int(spread.name)]
      if depth >= 0 {
        reportCycle(Array(path[depth...]))
        path.removeLast()
      } else if enter(Int(spread.name), depth: path.count) {
        steps.append(self.step(into: target))
      } else {
        path.removeLast()
      }
    }
  }

  /// Notes that a fragment is on the way, unless it has been followed already.
  private mutating func enter(_ name: Int, depth: Int) -> Bool {
    guard !fragmentCycles.isVisited[name] else { return false }
    fragmentCycles.isVisited[name] = true
    fragmentCycles.depths[name] = depth
    return true
  }

  private func step(into index: Int) -> Step {
    Step(
      name: outline.fragmentName(at: index), definition: index,
      next: outline.definitions[index].spreads.lowerBound)
  }

  /// Reports the spreads of a cycle, the last of which leads back to where it starts.
  private mutating func reportCycle(_ cycle: [SpreadUsage]) {
    guard !errors.isAborted else { return }
    let names = cycle.map { "\"\(outline.text(ofName: Int($0.name)))\"" }
    let via = names.dropLast().joined(separator: ", ")
    errors.report(
      "Cannot spread fragment \(names[names.count - 1]) within itself"
        + "\(via.isEmpty ? "" : " via \(via)").",
      at: cycle.map(\.place))
  }
}
