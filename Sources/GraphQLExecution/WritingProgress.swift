import GraphQLLanguage
import GraphQLSchema
import JSON

/// What writing a response may take.
public struct WritingLimits {
  /// The most bytes that there may be of the output, those included that it began with.
  public let bytes: Int
  /// Asked now and then; an error that it gives ends the writing.
  public let interruption: (() -> FieldError?)?

  /// Makes limits; what is left out is none.
  public init(bytes: Int = .max, interruption: (() -> FieldError?)? = nil) {
    self.bytes = bytes
    self.interruption = interruption
  }

  /// How often the interruption is asked for.
  fileprivate static let intervalBytes = 1 << 16
}

/// Follows a response while it is written: hands it on in chunks, and ends it at a limit.
final class WritingProgress {
  /// One step from the root of a response to a list within it.
  enum Step {
    case entry(ShapeEntry)
    /// An element of a list.
    case element
  }

  /// Why no more is written.
  private enum Ending {
    case limit(FieldError)
    case flushFailed(any Error)
    /// What is written already cannot be taken back.
    case windowFailed(GraphQLError)
  }

  private let limits: WritingLimits
  private let chunkBytes: Int
  private let flush: ((inout [UInt8]) throws -> Void)?
  private var flushedBytes = 0
  /// How long the output is when there is something to do.
  private var dueBytes = 0
  private var ending: Ending?
  private var steps: [Step] = []
  /// Where the lists around the ending were left, from within.
  private var indices: [Int] = []
  /// The errors of what was executed while writing.
  private(set) var errors: [GraphQLError] = []

  init(
    limits: WritingLimits, chunkBytes: Int = .max, flush: ((inout [UInt8]) throws -> Void)? = nil
  ) {
    self.limits = limits
    self.chunkBytes = chunkBytes
    self.flush = flush
  }

  /// Looks at the output after an element of a list; false if no more is to be written.
  @inline(__always) func goesOn(_ output: inout GrowingBytes) -> Bool {
    output.count < dueBytes || check(&output)
  }

  /// Notes that a list was left after an element because no more is to be written.
  func leave(_ steps: [Step], after index: Int) {
    if indices.isEmpty { self.steps = steps }
    indices.append(index)
  }

  private func check(_ output: inout GrowingBytes) -> Bool {
    guard ending == nil else { return false }
    let count = flushedBytes + output.count
    if count > limits.bytes {
      ending = .limit(
        FieldError(
          "The response is \(count) bytes long here; the limit is \(limits.bytes).",
          code: .limitExceeded))
    } else if let failure = limits.interruption?() {
      ending = .limit(failure)
    } else if let flush, output.count > chunkBytes {
      hand(&output, to: flush)
    }
    dueBytes =
      ending != nil
      ? 0
      : min(
        output.count + WritingLimits.intervalBytes, limits.bytes - flushedBytes,
        flush == nil ? .max : chunkBytes) + 1
    return ending == nil
  }

  /// How many bytes have been written.
  func writtenBytes(_ output: borrowing GrowingBytes) -> Int { flushedBytes + output.count }

  /// Whether writing has ended before its time.
  var hasEnded: Bool { ending != nil }

  /// Hands on what is in the output, however little.
  func flushNow(_ output: inout GrowingBytes) {
    guard let flush, ending == nil, output.count > 0 else { return }
    hand(&output, to: flush)
    dueBytes = 0
  }

  private func hand(_ output: inout GrowingBytes, to flush: (inout [UInt8]) throws -> Void) {
    flushedBytes += output.count
    do {
      var chunk = output.copied()
      try flush(&chunk)
      output.removeAll()
    } catch {
      ending = .flushFailed(error)
    }
  }

  /// Ends the writing in the middle of a list.
  func end(with error: GraphQLError) {
    guard ending == nil else { return }
    ending = .windowFailed(error)
    dueBytes = 0
  }

  /// Adds errors that do not end it.
  func append(_ errors: [GraphQLError]) {
    self.errors += errors
  }

  /// Throws what `flush` threw, if that is why the response was not written to its end.
  func checkFlushes() throws {
    if case .flushFailed(let error) = ending { throw error }
  }

  /// The error that tells of the limit or the failure, if that is why the response was not written to its end.
  func limitError(in document: Document, variables: VariableValues) -> GraphQLError? {
    if case .windowFailed(let error) = ending { return error }
    guard case .limit(let failure) = ending else { return nil }
    var path: [GraphQLError.PathSegment] = []
    var locations: [SourceLocation] = []
    var indices = indices
    for step in steps {
      switch step {
      case .entry(let entry):
        path.append(.name(entry.responseName))
        let occurrence = entry.occurrences.first { $0.guardCondition.holds(for: variables) }
        locations = occurrence.map { [document.location(of: $0.node)] } ?? []
      case .element:
        if let index = indices.popLast() { path.append(.index(index)) }
      }
    }
    return GraphQLError(failure.message, locations: locations, path: path, code: failure.code)
  }
}

extension Document {
  fileprivate func location(of field: NodeIndex<Field>) -> SourceLocation {
    source.location(at: self[field].range.start)
  }
}
