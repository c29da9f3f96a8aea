import GraphQLLanguage
import GraphQLSchema
import JSON

/// What running a plan gave: columns to write, and the errors among them.
public struct ExecutionResult {
  /// The errors, in the order of their places in the response. Spec §7.1.6 Errors.
  public let errors: [GraphQLError]
  /// Whether null propagated up to the root, so that `data` is null. Spec §6.4.4 Handling Execution
  /// Errors.
  public let dataIsNull: Bool
  private let layers: [ExecutedLayer]
  private let corrections: Corrections
  private let variables: VariableValues

  init(plan: OperationPlan, context: ExecutionContext, layers: [ExecutedLayer]) {
    let variables = context.variables
    self.layers = layers
    self.variables = variables
    guard layers.contains(where: { $0.hasFailure(for: variables) }) else {
      errors = []
      dataIsNull = false
      corrections = Corrections()
      return
    }
    let errors = collectErrors(
      in: layers, document: plan.document, variables: variables, behavior: context.errorBehavior)
    corrections = propagateNulls(
      through: layers, variables: variables, behavior: context.errorBehavior)
    switch context.errorBehavior {
    case .propagate, .null:
      self.errors = errors
      dataIsNull = corrections.isNulled(row: 0, of: 0, shape: 0)
    case .halt:
      self.errors = Array(errors.prefix(1))
      dataIsNull = !errors.isEmpty
    }
  }

  /// Adds the value of `data` to `output`.
  public func writeData(to output: inout [UInt8]) {
    guard !dataIsNull else {
      output.append(contentsOf: "null".utf8)
      return
    }
    rootWriter().write(row: 0, to: &output)
  }

  /// Writes the value of `data` in chunks: `flush` is called with the bytes so far, to empty them,
  /// whenever there are more than `chunkBytes` at the end of an object in a list.
  public func writeData(
    to output: inout [UInt8], chunkBytes: Int, flush: (inout [UInt8]) throws -> Void
  ) throws {
    guard !dataIsNull else {
      output.append(contentsOf: "null".utf8)
      return
    }
    try withoutActuallyEscaping(flush) { flush in
      let chunks = Chunks(byteLimit: chunkBytes, flush: flush)
      rootWriter(chunks).write(row: 0, to: &output)
      try chunks.rethrow()
    }
  }

  /// Adds the value of the first root field alone, without the object around it; `null` for nothing.
  public func writeFirstValue(to output: inout [UInt8]) {
    guard !dataIsNull, let entry = rootWriter().entries.first else {
      output.append(contentsOf: "null".utf8)
      return
    }
    entry.value.write(row: 0, to: &output)
  }

  private func rootWriter(_ chunks: Chunks? = nil) -> ObjectWriter {
    var binder = WriterBinder(
      layers: layers, corrections: corrections, variables: variables, chunks: chunks)
    return binder.objectWriter(layer: 0, shape: 0)
  }
}

extension Shape {
  /// The entries that these variables include, in response order. Spec §6.3.2 Field Collection.
  func includedEntries(for variables: VariableValues) -> [(index: Int, entry: ShapeEntry)] {
    if let staticEntries { return staticEntries }
    var included: [(index: Int, entry: ShapeEntry, position: Int)] = []
    for (index, entry) in entries.enumerated() {
      let first = entry.occurrences.first { $0.guardCondition.holds(for: variables) }
      if let first { included.append((index, entry, first.position)) }
    }
    included.sort { $0.position < $1.position }
    return included.map { ($0.index, $0.entry) }
  }
}
