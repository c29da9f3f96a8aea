import CatalogStore
import GraphQLExecution

/// One request's mutations while the writer executes them; for its queue only.
final class MutationRun {
  private let writer: CatalogWriter
  private let context: EditContext
  private let isTransaction: Bool
  private let deadline: Deadline
  private let maskFailure: FailureMask
  /// Whether an answer was masked, so that a retry must not get it again.
  private(set) var hasInternalFailure = false
  /// Whether the mutations of the open scope only try; nil before the first.
  private var isDryRun: Bool?

  init(
    writer: CatalogWriter, context: EditContext, isTransaction: Bool, deadline: Deadline,
    mask: FailureMask
  ) {
    self.writer = writer
    self.context = context
    self.isTransaction = isTransaction
    self.deadline = deadline
    maskFailure = mask
  }

  /// Keeps what a mutation did, or with `@transaction` what all did, unless it failed or only tried.
  var scope: MutationScope {
    MutationScope(isTransaction ? .operation : .field) { [self] body in
      struct Undo: Error {}
      isDryRun = nil
      do {
        try writer.withScope { if !body() || isDryRun == true { throw Undo() } }
      } catch is Undo {}
    } undone: { failing in
      FieldError(
        "Nothing of the transaction was kept, because \"\(failing)\" failed.", code: .conflict)
    }
  }

  /// Makes an edit, all of it or nothing.
  func apply(_ edit: CatalogEdit, isDryRun: Bool) throws -> EditResult {
    guard (self.isDryRun ?? isDryRun) == isDryRun else {
      throw FieldError.badUserInput(
        "In a transaction, dryRun must be the same for all mutations: it keeps all or nothing.")
    }
    self.isDryRun = isDryRun
    return try writer.apply(edit, as: context)
  }

  /// What the client may see of an error.
  func mask(_ error: any Error) -> FieldError {
    if error.isInterruption, let failure = deadline.failure { return failure }
    let failure = maskFailure(error)
    if failure.code == .internalServerError { hasInternalFailure = true }
    return failure
  }
}

extension Error {
  /// Whether the store was told to stop, in a lookup or an edit.
  fileprivate var isInterruption: Bool {
    self as? StoreError == .interrupted || self as? EditError == .store(.interrupted)
  }
}
