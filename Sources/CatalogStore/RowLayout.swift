/// Which columns a statement selects, by kind, so that a row is read in runs of equal kind.
struct RowLayout: Hashable {
  let entity: Entity
  /// Places of the columns in a batch.
  private(set) var integers: [Int] = []
  private(set) var booleans: [Int] = []
  private(set) var texts: [Int] = []
  private(set) var jsons: [Int] = []

  init(_ entity: Entity, _ columns: ColumnSet) {
    self.entity = entity
    // The id is always read, ahead of the others.
    for column in entity.columns.dropFirst() where columns.contains(index: column.index) {
      switch column.kind {
      case .integer: integers.append(column.index)
      case .boolean: booleans.append(column.index)
      case .text: texts.append(column.index)
      case .json: jsons.append(column.index)
      }
    }
  }

  /// How many columns it selects, the id among them.
  var count: Int { 1 + integers.count + booleans.count + texts.count + jsons.count }

  /// The columns in SQL, of the row that `alias` stands for: the id, then the others by kind.
  func selection(_ alias: String) -> String {
    let columns = entity.columns
    let expressions = (integers + booleans + texts + jsons).map {
      columns[$0].definition.expression(alias)
    }
    return (["\(alias).id"] + expressions).joined(separator: ", ")
  }
}
