import Columns
import GraphQLSchema
import JSON

/// Binds the writers of a response: the plan's shapes to the columns of this execution.
struct WriterBinder {
  private let layers: [ExecutedLayer]
  private let corrections: Corrections
  private let variables: VariableValues
  private let chunks: Chunks?

  init(
    layers: [ExecutedLayer], corrections: Corrections, variables: VariableValues, chunks: Chunks?
  ) {
    self.layers = layers
    self.corrections = corrections
    self.variables = variables
    self.chunks = chunks
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
        value = writer(
          of: corrections.columns[place] ?? result.column, in: result.layers, shape: childShape)
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
      ListWriter(
        column: list, element: writer(of: list.elements, in: targets, shape: shape),
        chunks: chunks)
    case .objects(let objects):
      ObjectReferenceWriter(
        rows: objects.rows, object: objectWriter(layer: targets[0], shape: shape))
    case .abstract(let abstract):
      AbstractReferenceWriter(
        column: abstract, objects: targets.map { objectWriter(layer: $0, shape: shape) })
    }
  }
}
