import Columns
import GraphQLSchema

/// What null propagation changes: columns to write instead of those that were resolved.
struct Corrections {
  struct EntryPlace: Hashable {
    let layer: Int
    let shape: Int
    let entry: Int
  }

  struct ShapePlace: Hashable {
    let layer: Int
    let shape: Int
  }

  fileprivate(set) var columns: [EntryPlace: Column] = [:]
  /// Rows of a layer that are null in a shape.
  fileprivate var nulledRows: [ShapePlace: Set<Int>] = [:]

  func isNulled(row: Int, of layer: Int, shape: Int) -> Bool {
    nulledRows[ShapePlace(layer: layer, shape: shape)]?.contains(row) ?? false
  }
}

/// Carries nulls upward from where a non-null position has none, from the last layer to the root,
/// unless they are to stay where they are.
///
/// The second pass, run only if something failed. Spec §6.4.4 Handling Execution Errors.
func propagateNulls(
  through layers: [ExecutedLayer], variables: VariableValues, behavior: ErrorBehavior
) -> Corrections {
  var propagation = NullPropagation(layers: layers, variables: variables, behavior: behavior)
  for layer in layers.indices.reversed() {
    for shape in layers[layer].plan.shapes.indices {
      propagation.correct(layer: layer, shape: shape)
    }
  }
  return propagation.corrections
}

private struct NullPropagation {
  let layers: [ExecutedLayer]
  let variables: VariableValues
  let behavior: ErrorBehavior
  var corrections = Corrections()

  mutating func correct(layer: Int, shape: Int) {
    var nulled: Set<Int> = []
    let plan = layers[layer].plan
    guard plan.shapes[shape].failingCheck(for: variables) == nil else {
      let rows = Set(0..<layers[layer].contents.count)
      corrections.nulledRows[Corrections.ShapePlace(layer: layer, shape: shape)] = rows
      return
    }
    for (index, entry) in plan.shapes[shape].includedEntries(for: variables) {
      guard case .slot(let slot, let childShape) = entry.value,
        let result = layers[layer].results[slot]
      else { continue }
      let place = Corrections.EntryPlace(layer: layer, shape: shape, entry: index)
      let target = Target(layers: result.layers, shape: childShape)
      let (column, propagating) = completed(result.column, as: plan.slots[slot].type, target)
      corrections.columns[place] = column
      nulled.formUnion(propagating)
    }
    if !nulled.isEmpty {
      corrections.nulledRows[Corrections.ShapePlace(layer: layer, shape: shape)] = nulled
    }
  }

  /// Where the objects of a column are written.
  private struct Target {
    let layers: Range<Int>
    let shape: Int
  }

  /// A column with nulls carried up to it, and the entries that pass a null on to their parents.
  private func completed(
    _ column: Column, as type: FieldType, _ target: Target
  ) -> (Column, propagating: [Int]) {
    switch (column, type) {
    case (_, .nonNull(let inner)):
      let (column, _) = completed(column, as: inner, target)
      if behavior == .null { return (column, []) }
      return (column, (0..<column.count).filter { column.isNull($0) })
    case (.failing(let column, _), _):
      return completed(column, as: type, target)
    case (.list(let list), .list(let elementType)):
      let (elements, propagating) = completed(list.elements, as: elementType, target)
      return (.list(list.replacing(elements, nullingListsOf: propagating)), [])
    case (.objects(let objects), _):
      let rows = objects.rows.map { live($0, in: target.layers.lowerBound, target.shape) }
      return (.objects(ObjectColumn(rows: rows, contents: objects.contents)), [])
    case (.abstract(let abstract), _):
      let rows = zip(abstract.rows, abstract.memberIndices).map { row, member in
        row < 0 ? row : live(row, in: target.layers.lowerBound + Int(member), target.shape)
      }
      let corrected = AbstractColumn(
        members: abstract.members, memberIndices: abstract.memberIndices, rows: rows)
      return (.abstract(corrected), [])
    case (.leaf, _), (.nulls, _), (.list, _):
      return (column, [])
    }
  }

  private func live(_ row: Int32, in layer: Int, _ shape: Int) -> Int32 {
    corrections.isNulled(row: Int(row), of: layer, shape: shape) ? -1 : row
  }
}

extension Column {
  /// Whether an entry is null.
  func isNull(_ entry: Int) -> Bool {
    switch self {
    case .leaf(let column): column.isNull(entry)
    case .list(let list): list.nulls[entry]
    case .objects(let objects): objects.rows[entry] < 0
    case .abstract(let abstract): abstract.rows[entry] < 0
    case .nulls: true
    case .failing(let column, _): column.isNull(entry)
    }
  }
}

extension ListColumn {
  /// The lists with other elements; a list with one of `elementIndices`, ascending, becomes null.
  fileprivate func replacing(_ elements: Column, nullingListsOf elementIndices: [Int]) -> ListColumn
  {
    var nulls = nulls
    var list = 0
    for element in elementIndices {
      while offsets[list + 1] <= element { list += 1 }
      if !nulls[list] { nulls.insert(list) }
    }
    return ListColumn(offsets: offsets, nulls: nulls, elements: elements, rest: rest)
  }
}
