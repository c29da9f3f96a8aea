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
  private var steps: [WritingProgress.Step]
  /// What executes the rest of lists; nil if all lists are whole.
  private let continuation: WindowExecution?
  /// Where in the response the first step leads.
  private let place: ListWindows.Place
  /// The field that is being bound.
  private var field: ListWindows.Field?

  init(
    layers: [ExecutedLayer], corrections: Corrections, variables: VariableValues,
    progress: WritingProgress?, continuation: WindowExecution? = nil,
    place: ListWindows.Place = ListWindows.Place()
  ) {
    self.layers = layers
    self.corrections = corrections
    self.variables = variables
    self.progress = progress
    self.continuation = continuation
    self.place = place
    steps = place.steps
  }

  /// The writer of the elements of the one list that the first layer has.
  mutating func elementWriter() -> ValueWriter {
    let root = layers[0]
    guard case .slot(let slot, let shape)? = root.plan.shapes[0].entries.first?.value,
      let result = root.results[slot], case .list(let list) = column(of: result, entry: 0)
    else { preconditionFailure("A window has one list") }
    return writer(of: list.elements, in: result.layers, shape: shape)
  }

  /// The column of a root layer's result as null propagation has left it.
  private func column(of result: SlotResult, entry: Int) -> Column {
    corrections.columns[Corrections.EntryPlace(layer: 0, shape: 0, entry: entry)] ?? result.column
  }

  /// The writer of a layer's objects in one shape.
  mutating func objectWriter(layer: Int, shape: Int) -> ObjectWriter {
    let plan = layers[layer].plan
    var entries: [ObjectWriter.Entry] = []
    var others: [ValueWriter] = []
    entries.reserveCapacity(plan.shapes[shape].entries.count)
    for (index, entry) in plan.shapes[shape].includedEntries(for: variables) {
      let values: ObjectWriter.Values
      switch entry.value {
      case .typeName:
        var name: [UInt8] = []
        appendJSONString(plan.typeName, to: &name)
        values = .other(ConstantWriter(name), heldBy: &others)
      case .slot(let slot, let childShape):
        // A layer without objects has no results; its writer is never called.
        guard let result = layers[layer].results[slot] else { continue }
        let place = Corrections.EntryPlace(layer: layer, shape: shape, entry: index)
        let column = corrections.columns[place] ?? result.column
        if case .leaf(let leaf) = column {
          values =
            ObjectWriter.Values(readingFrom: leaf)
            ?? .other(writer(of: column, in: result.layers, shape: childShape), heldBy: &others)
        } else {
          let writer = within(.entry(entry)) { binder in
            binder.field = ListWindows.Field(layer: plan, slot: plan.slots[slot], entry: entry)
            return binder.writer(of: column, in: result.layers, shape: childShape)
          }
          values = .other(writer, heldBy: &others)
        }
      }
      let prefix = entries.isEmpty ? entry.firstPrefix : entry.prefix
      entries.append(
        ObjectWriter.Entry(prefix: prefix.withUnsafeBytes { $0 }, values: values))
    }
    return ObjectWriter(
      entries: entries, others: others, layer: layers[layer], corrections: corrections)
  }

  private mutating func writer(of column: Column, in targets: Range<Int>, shape: Int) -> ValueWriter
  {
    switch column {
    case .leaf(.ints(let column)): IntWriter(column)
    case .leaf(.floats(let column)): FloatWriter(column)
    case .leaf(.booleans(let column)): BooleanWriter(column)
    case .leaf(.encoded(let column)): EncodedWriter(column)
    case .nulls: ConstantWriter(Array("null".utf8))
    case .failing(let column, _): writer(of: column, in: targets, shape: shape)
    case .list(let list):
      within(.element) { binder in
        let rest = list.rest.map { binder.windows(of: $0) }
        return ListWriter(
          column: list, element: binder.writer(of: list.elements, in: targets, shape: shape),
          progress: binder.progress, steps: binder.steps, rest: rest)
      }
    case .objects(let objects):
      ObjectReferenceWriter(
        column: objects, object: objectWriter(layer: targets.lowerBound, shape: shape))
    case .abstract(let abstract):
      AbstractReferenceWriter(
        column: abstract, objects: targets.map { objectWriter(layer: $0, shape: shape) })
    }
  }

  private func windows(of rest: ListRest) -> ListWindows {
    guard let progress, let continuation, let field else {
      preconditionFailure("Unfinished lists are written in chunks only")
    }
    return ListWindows(
      rest, of: field, at: place.extended(to: steps), in: continuation, progress: progress)
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

extension ObjectWriter.Values {
  /// What a writer writes, which goes to those that are held.
  fileprivate static func other(_ writer: ValueWriter, heldBy others: inout [ValueWriter]) -> Self {
    others.append(writer)
    return .other(Unmanaged.passUnretained(writer))
  }
}
