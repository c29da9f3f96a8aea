import GraphQLLanguage
import GraphQLSchema

/// What has been found out about fragments below `__schema` and `__type`.
struct IntrospectionDepth {
  /// Whether the rule applies.
  var isLimited = false
  /// The greatest depth of lists from which a fragment was followed without reaching the limit.
  fileprivate var sound: [Int: Int] = [:]
  /// The smallest depth of lists from which it did reach the limit.
  fileprivate var excessive: [Int: Int] = [:]
}

/// How many lists of types, fields and the like may nest within each other.
private let maximumListDepth = 3

extension Validator {
  /// What is to be followed at one level: selections, and the fragment that they are of, if any.
  private struct Level {
    var selections: ArraySlice<Selection>
    let depth: Int
    let fragment: Int?
  }

  /// The lists of introspection do not nest deep, so that an answer cannot grow exponentially.
  ///
  /// No rule of the specification, so it applies only where it is asked for; the reference
  /// implementation has it. Follows each fragment no more often than there are depths.
  mutating func checkIntrospectionDepth(_ field: Field) {
    guard introspectionDepth.isLimited,
      field.name.isText("__schema", in: document) || field.name.isText("__type", in: document),
      let selectionSet = field.selectionSet, exceedsListDepth(selectionSet)
    else { return }
    errors.report("Maximum introspection depth exceeded", at: field.range.start)
  }

  private mutating func exceedsListDepth(_ selectionSet: SelectionSet) -> Bool {
    var visited: [Int: Int] = [:]
    var levels = [
      Level(selections: document[selectionSet.selections], depth: 0, fragment: nil)
    ]
    while var level = levels.popLast() {
      guard let selection = level.selections.popFirst() else {
        if let fragment = level.fragment { introspectionDepth.sound[fragment] = level.depth }
        continue
      }
      levels.append(level)
      switch selection {
      case .field(let index):
        let field = document[index]
        let depth = level.depth + (isList(field) ? 1 : 0)
        if depth >= maximumListDepth {
          markExcessive(levels)
          return true
        }
        if let selectionSet = field.selectionSet {
          let selections = document[selectionSet.selections]
          levels.append(Level(selections: selections, depth: depth, fragment: nil))
        }
      case .inlineFragment(let index):
        let selections = document[document[index].selectionSet.selections]
        levels.append(Level(selections: selections, depth: level.depth, fragment: nil))
      case .fragmentSpread(let index):
        let name = Int(outline.spreadNames[index])
        if let depth = introspectionDepth.excessive[name], depth <= level.depth {
          markExcessive(levels)
          return true
        }
        guard visited[name, default: -1] < level.depth,
          introspectionDepth.sound[name, default: -1] < level.depth,
          let fragment = outline.fragment(of: index)
        else { continue }
        visited[name] = level.depth
        let selections = document[fragment.selectionSet.selections]
        levels.append(Level(selections: selections, depth: level.depth, fragment: name))
      }
    }
    return false
  }

  private mutating func markExcessive(_ levels: [Level]) {
    for level in levels.reversed() {
      if let fragment = level.fragment { introspectionDepth.excessive[fragment] = level.depth }
    }
  }

  private func isList(_ field: Field) -> Bool {
    ["fields", "interfaces", "possibleTypes", "inputFields"].contains {
      field.name.isText($0, in: document)
    }
  }
}
