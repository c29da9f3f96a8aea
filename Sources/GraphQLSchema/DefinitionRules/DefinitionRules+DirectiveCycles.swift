import GraphQLLanguage

/// No definition of a directive uses the directive itself. Spec §3.13 Directives.
///
/// Checked only where definitions can have directives, which is later than the edition; the
/// reference implementation does not look at the arguments of the others.
extension DefinitionRules {
  /// A directive on the way, and which of the directives in its definition comes next.
  private struct Step {
    let name: String
    var next = 0
  }

  mutating func checkDirectiveCycles() {
    guard !directiveDirectives.values.allSatisfy(\.isEmpty) else { return }
    let applications = directiveApplications()
    var visited: Set<String> = []
    for case .directive(let definition) in document.definitions {
      checkDirectiveCycles(from: document.text(definition.name), applications, &visited)
    }
  }

  /// The directives in the definitions and extensions of each, those on its arguments included.
  private func directiveApplications() -> [String: [Directive]] {
    var applications: [String: [Directive]] = [:]
    for case .directive(let definition) in document.definitions {
      let nodes =
        Array(document[definition.directives])
        + document[definition.arguments].flatMap { document[$0.directives] }
      applications[document.text(definition.name), default: []] += nodes
    }
    return applications
  }

  /// Follows each directive once, depth first without recursion.
  private mutating func checkDirectiveCycles(
    from name: String, _ applications: [String: [Directive]], _ visited: inout Set<String>
  ) {
    guard visited.insert(name).inserted else { return }
    var steps = [Step(name: name)]
    var path: [Directive] = []
    var depths = [name: 0]
    while var step = steps.popLast() {
      let nodes = applications[step.name] ?? []
      guard step.next < nodes.count else {
        depths[step.name] = nil
        _ = path.popLast()
        continue
      }
      let node = nodes[step.next]
      let target = document.text(node.name)
      step.next += 1
      steps.append(step)
      if let depth = depths[target] {
        reportCycle(of: target, path[depth...] + [node])
      } else if visited.insert(target).inserted {
        path.append(node)
        depths[target] = path.count
        steps.append(Step(name: target))
      }
    }
  }

  private mutating func reportCycle(of name: String, _ cycle: ArraySlice<Directive>) {
    let names = cycle.map { "\"@\(document.text($0.name))\"" }.joined(separator: ", ")
    let via = cycle.count > 1 ? " through a series of directive applications: \(names)" : ""
    errors.report(
      "Cannot reference directive \"@\(name)\" within itself\(via).", at: cycle.map(\.range.start))
  }
}
