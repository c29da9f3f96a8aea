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
    let columns = RowColumns(of: rows)
    self.columns = columns.names
    cells = rows.map(columns.cells)
  }
}

/// The columns that rows are cut into.
struct RowColumns {
  /// Their names, such as `category.title`.
  let names: [String]
  private let steps: [[String]]

  /// The columns that rows show; then those of `selected` that these say nothing about.
  init(of rows: [JSONValue], selected: [String] = []) {
    var root = ColumnTree(path: "")
    for row in rows { root.add(row) }
    for name in selected { root.add(steps: name.split(separator: ".").map(String.init)[...]) }
    let leaves = root.leaves
    names = leaves.map(\.path)
    steps = leaves.map(\.steps)
  }

  /// The values of a row; never an object.
  func cells(of row: JSONValue) -> [JSONValue] {
    steps.map { steps in
      let value = steps.reduce(row as JSONValue?) { $0?[$1] } ?? .null
      if case .object = value { return .null }
      return value
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

  /// Adds a place that may have values, unless there are values above it.
  mutating func add(steps: ArraySlice<String>) {
    guard let name = steps.first, !hasValue || !children.isEmpty || self.steps.isEmpty else {
      return
    }
    children[position(of: name)].add(steps: steps.dropFirst())
  }

  private mutating func addMember(_ member: JSONMember) {
    children[position(of: member.name)].add(member.value)
  }

  /// Where the names below a name are.
  private mutating func position(of name: String) -> Int {
    if let known = positions[name] { return known }
    let position = children.count
    positions[name] = position
    var child = ColumnTree(path: path.isEmpty ? name : path + "." + name)
    child.steps = steps + [name]
    children.append(child)
    return position
  }

  /// The columns: each place with a value, and each that is null in all rows.
  var leaves: [(path: String, steps: [String])] {
    let isLeaf = hasValue || children.isEmpty
    let own = isLeaf && !steps.isEmpty ? [(path: path, steps: steps)] : []
    let bare = isLeaf && steps.isEmpty && hasValue ? [(path: "value", steps: steps)] : []
    return own + bare + children.flatMap(\.leaves)
  }
}
