import JSON

/// Rows cut into columns: nested objects become columns with dotted names.
///
/// Columns come in the order in which their names first appear. A row without a value for a column,
/// such as another type of a union, has null there; an object that is null has null in all columns.
struct RowGrid {
  /// The columns' names, such as `category.title`.
  let columns: [String]
  /// A value for each row and column; never an object.
  let cells: [[JSONValue]]

  /// Makes a grid without rows.
  init(columns: [String]) {
    self.columns = columns
    cells = []
  }

  /// Cuts rows into columns.
  init(_ rows: [JSONValue]) {
    var root = ColumnTree(path: "")
    for row in rows { root.add(row) }
    let leaves = root.leaves
    columns = leaves.map(\.path)
    cells = rows.map { row in
      leaves.map { leaf in
        let value = leaf.steps.reduce(row as JSONValue?) { $0?[$1] } ?? .null
        if case .object = value { return .null }
        return value
      }
    }
  }
}

/// The names seen at one place of the rows, and below them.
private struct ColumnTree {
  let path: String
  private var steps: [String] = []
  private var hasValue = false
  private var children: [ColumnTree] = []
  private var positions: [String: Int] = [:]

  init(path: String) {
    self.path = path
  }

  mutating func add(_ value: JSONValue) {
    switch value {
    case .null: break
    case .object(let members):
      for member in members { addMember(member) }
    case .boolean, .int, .number, .string, .array: hasValue = true
    }
  }

  private mutating func addMember(_ member: JSONMember) {
    let position: Int
    if let known = positions[member.name] {
      position = known
    } else {
      position = children.count
      positions[member.name] = position
      var child = ColumnTree(path: path.isEmpty ? member.name : path + "." + member.name)
      child.steps = steps + [member.name]
      children.append(child)
    }
    children[position].add(member.value)
  }

  /// The columns: each place with a value, and each that is null in all rows.
  var leaves: [(path: String, steps: [String])] {
    let isLeaf = hasValue || children.isEmpty
    let own = isLeaf && !steps.isEmpty ? [(path: path, steps: steps)] : []
    let bare = isLeaf && steps.isEmpty && hasValue ? [(path: "value", steps: steps)] : []
    return own + bare + children.flatMap(\.leaves)
  }
}
