import Columns
import GraphQLSchema
import JSON

/// Binds the writers of a response: the plan's shapes to the columns of this execution.
struct WriterBinder {
  private let layers: [ExecutedLayer]
  private let corrections: Corrections
  private let variables: VariableValues
  private let progress: WritingProgress?
  /// From the root of the response to what is being bound; kept only where progress is followed.
  private var steps: [WritingProgress.Step] = []

  init(
    layers: [ExecutedLayer], corrections: Corrections, variables: VariableValues,
    progress: WritingProgress?
  ) {
    self.layers = layers
    self.corrections = corrections
    self.variables = variables
    self.progress = progress
  }

  /// The writer of a layer's objects in one shape.
  mutating func objectWriter(layer: Int, shape: Int) -> ObjectWriter {
    let plan = layers[layer].plan
    var entries: [ObjectWriter.Entry] = []
    entries.reserveCapacity(plan.shapes[shape].entries.count)
    for (index, entry) in plan.shapes[shape].includedEntries(for: variables) {
      let value: ValueWriter
      switch entry.value {
      case .typeName:
        var name: [UInt8] = []
        appendJSONString(plan.typeName, to: &name)
        value = ConstantWriter(name)
      case .slot(let slot, let childShape):
        // A layer without objects has no results; its writer is never called.
        guard let result = layers[layer].results[slot] else { continue }
        let place = Corrections.EntryPlace(layer: layer, shape: shape, entry: index)
        let column = corrections.columns[place] ?? result.column
        value =
          if case .leaf = column {
            writer(of: column, in: result.layers, shape: childShape)
          } else {
            within(.entry(entry)) { binder in
              binder.writer(of: column, in: result.layers, shape: childShape)
            }
          }
      }
      let prefix = entries.isEmpty ? entry.firstPrefix : entry.prefix
      entries.append(ObjectWriter.Entry(prefix: prefix, value: value))
    }
    return ObjectWriter(entries: entries)
  }

  private mutating func writer(of column: Column, in targets: [Int], shape: Int) -> ValueWriter {
    switch column {
    case .leaf(.ints(let column)): IntWriter(column)
    case .leaf(.floats(let column)): FloatWriter(column)
    case .leaf(.booleans(let column)): BooleanWriter(column)
    case .leaf(.encoded(let column)): EncodedWriter(column)
    case .nulls: ConstantWriter(Array("null".utf8))
    case .failing(let column, _): writer(of: column, in: targets, shape: shape)
    case .list(let list):
      within(.element) { binder in
        ListWriter(
          column: list, element: binder.writer(of: list.elements, in: targets, shape: shape),
          progress: binder.progress, steps: binder.steps)
      }
    case .objects(let objects):
      ObjectReferenceWriter(
        rows: objects.rows, object: objectWriter(layer: targets[0], shape: shape))
    case .abstract(let abstract):
      AbstractReferenceWriter(
        column: abstract, objects: targets.map { objectWriter(layer: $0, shape: shape) })
    }
  }

  private mutating func within(
    _ step: WritingProgress.Step, bind: (inout WriterBinder) -> ValueWriter
  ) -> ValueWriter {
    guard progress != nil else { return bind(&self) }
    steps.append(step)
    defer { steps.removeLast() }
    return bind(&self)
  }
}
