import GraphQLLanguage
import GraphQLSchema

/// Which fragments have been followed already.
struct FragmentCycles {
  fileprivate var visited: Set<String> = []
}

extension Validator {
  /// A fragment on the way, and the spreads on the way to and from it.
  private struct Step {
    let name: String
    let definition: Int
    var next = 0
  }

  /// No fragment contains itself. Spec §5.5.2.2 Fragment Spreads Must Not Form Cycles.
  ///
  /// Follows each fragment once, depth first without recursion, and reports every spread that comes
  /// back to one on the way.
  mutating func checkFragmentCycles(from index: Int) {
    guard case .fragment(let fragment) = document.definitions[index] else { return }
    let name = document.text(fragment.name)
    guard fragmentCycles.visited.insert(name).inserted else { return }
    var steps = [Step(name: name, definition: index)]
    var path: [SpreadUsage] = []
    var depths = [name: 0]
    while var step = steps.popLast() {
      let spreads = outline.definitions[step.definition].spreads
      guard step.next < spreads.count else {
        depths[step.name] = nil
        _ = path.popLast()
        continue
      }
      let name = spreads[step.next].name
      path.append(spreads[step.next])
      step.next += 1
      steps.append(step)
      if let depth = depths[name] {
        reportCycle(of: name, Array(path[depth...]))
        path.removeLast()
      } else if let target = outline.fragmentIndices[name],
        fragmentCycles.visited.insert(name).inserted
      {
        depths[name] = path.count
        steps.append(Step(name: name, definition: target))
      } else {
        path.removeLast()
      }
    }
  }

  private mutating func reportCycle(of name: String, _ cycle: [SpreadUsage]) {
    guard !errors.isAborted else { return }
    let via = cycle.dropLast().map { "\"\($0.name)\"" }.joined(separator: ", ")
    errors.report(
      "Cannot spread fragment \"\(name)\" within itself\(via.isEmpty ? "" : " via \(via)").",
      at: cycle.map(\.place))
  }
}
