import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// What running a plan gave: columns to write, and the errors among them.
public struct ExecutionResult {
  /// Whether there are lists that are executed further only while they are written, which
  /// `writeData(to:limits:chunkBytes:flush:)` alone does.
  public var isUnfinished: Bool { hasRests && !dataIsNull }
  /// The errors, in the order of their places in the response. Spec §7.1.6 Errors.
  public let errors: [GraphQLError]
  /// Whether null propagated up to the root, so that `data` is null. Spec §6.4.4 Handling Execution
  /// Errors.
  public let dataIsNull: Bool
  private let hasRests: Bool
  private let plan: OperationPlan
  private let layers: [ExecutedLayer]
  private let corrections: Corrections
  private let variables: VariableValues
  private let context: ExecutionContext

  init(plan: OperationPlan, context: ExecutionContext, _ execution: borrowing Execution) {
    let variables = context.variables
    let layers = execution.layers
    self.plan = plan
    self.layers = layers
    self.variables = variables
    self.context = context
    hasRests = execution.hasRests
    if let ending = execution.ending {
      errors = [ending.error(in: layers, document: plan.document, variables: variables)]
      dataIsNull = true
      corrections = Corrections()
      return
    }
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
    writeData(to: &output, nil)
  }

  /// Adds the value of `data` to `output`, within limits. There is room for `expectedBytes` from the
  /// beginning.
  ///
  /// Throws the error that says which limit ended the writing, and where; what is in the output is of no
  /// use then.
  public func writeData(
    to output: inout [UInt8], limits: WritingLimits, expectedBytes: Int = 0
  ) throws(GraphQLError) {
    let progress = WritingProgress(limits: limits)
    writeData(to: &output, progress, expectedBytes: expectedBytes)
    try checkLimits(progress)
  }

  /// Writes the value of `data` in chunks: `flush` is called with the bytes so far, to empty them,
  /// whenever there are more than `chunkBytes` at the end of an object in a list, and ahead of each
  /// window that is executed.
  ///
  /// Returns the errors of these windows, which come after those in `errors`; null has not propagated
  /// out of an element because of them. Throws what `flush` throws, and a `GraphQLError` that says
  /// which limit ended the writing, or what ended it that could not be made good by a null any more.
  public func writeData(
    to output: inout [UInt8], limits: WritingLimits = WritingLimits(), chunkBytes: Int,
    flush: (inout [UInt8]) throws -> Void
  ) throws -> [GraphQLError] {
    try withoutActuallyEscaping(flush) { flush in
      let progress = WritingProgress(limits: limits, chunkBytes: chunkBytes, flush: flush)
      writeData(to: &output, progress)
      try progress.checkFlushes()
      try checkLimits(progress)
      return progress.errors
    }
  }

  /// Adds the value of the first root field alone, without the object around it; `null` for nothing.
  ///
  /// Throws the error that says which limit ended the writing.
  public func writeFirstValue(
    to output: inout [UInt8], limits: WritingLimits = WritingLimits()
  ) throws(GraphQLError) {
    let progress = WritingProgress(limits: limits)
    guard !dataIsNull else {
      output.append(contentsOf: "null".utf8)
      return
    }
    write(to: &output) { rootWriter(progress).writeFirstValue(row: 0, to: &$0) }
    try checkLimits(progress)
  }

  private func writeData(
    to output: inout [UInt8], _ progress: WritingProgress?, expectedBytes: Int = 0
  ) {
    guard !dataIsNull else {
      output.append(contentsOf: "null".utf8)
      return
    }
    write(to: &output, expectedBytes: expectedBytes) {
      rootWriter(progress).write(row: 0, to: &$0)
    }
  }

  private func write(
    to output: inout [UInt8], expectedBytes: Int = 0, _ body: (inout GrowingBytes) -> Void
  ) {
    var bytes = GrowingBytes(capacity: max(expectedBytes, Self.leastBytes))
    bytes.append(contentsOf: output)
    body(&bytes)
    output = bytes.take()
  }

  /// Room for the answer to a short question.
  private static let leastBytes = 1 << 12

  private func checkLimits(_ progress: WritingProgress) throws(GraphQLError) {
    if let error = progress.limitError(in: plan.document.document, variables: variables) {
      throw error
    }
  }

  private func rootWriter(_ progress: WritingProgress?) -> ObjectWriter {
    let continuation =
      isUnfinished
      ? WindowExecution(plan, context: context, errorsBefore: errors.count)
      : nil
    var binder = WriterBinder(
      layers: layers, corrections: corrections, variables: variables, progress: progress,
      continuation: continuation)
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
