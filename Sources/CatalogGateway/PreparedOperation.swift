import GraphQLExecution
import GraphQLLanguage
import Synchronization

/// An operation that is ready to be executed, and what the operator's tools call it.
///
/// Everything is worked out once, when the operation is compiled, and kept with its plan.
public final class PreparedOperation: Sendable {
  let plan: OperationPlan
  /// The name in the document; nil for an operation without one.
  public let name: String?
  /// The SHA-256 hash of the document's text in 64 hexadecimal digits, as persisted documents have it.
  public let documentHash: String
  private let takesLong = Atomic(false)
  private let isStreamed = Atomic(false)
  private let answerBytes = Atomic(0)

  init(_ plan: OperationPlan, of request: GraphQLRequest) {
    self.plan = plan
    name = plan.operation.name.map { plan.document.document.text($0) }
    documentHash = request.documentHash.hexadecimal
  }

  /// Whether the last execution was too long for an event loop.
  var isLong: Bool {
    get { takesLong.load(ordering: .relaxed) }
    set { takesLong.store(newValue, ordering: .relaxed) }
  }

  /// Whether the last answer was so long that it was executed while it was sent.
  var isSentWhileExecuted: Bool {
    get { isStreamed.load(ordering: .relaxed) }
    set { isStreamed.store(newValue, ordering: .relaxed) }
  }

  /// How long the next answer may well be: as long as the last, and a little more. An answer that is
  /// written where there is room for it is not copied.
  ///
  /// A megabyte at the most, since what follows a long answer may be short.
  var expectedBytes: Int {
    get { answerBytes.load(ordering: .relaxed) }
    set { answerBytes.store(min(newValue + newValue / 16, 1 << 20), ordering: .relaxed) }
  }

  /// Whether it queries, mutates or subscribes.
  public var type: OperationType { plan.operation.operationType }

  /// The text of the document in UTF-8, as it was sent.
  public var documentText: [UInt8] { plan.document.document.source.bytes }
}
