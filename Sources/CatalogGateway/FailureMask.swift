import CatalogStore
import GraphQLExecution

/// Turns errors into what a client may see.
///
/// What is not the client's fault it is told of by an id, under which the operator finds what happened.
struct FailureMask: Sendable {
  /// Gets every failure that is masked.
  let report: @Sendable (InternalFailure) -> Void

  /// The error that the client sees.
  func callAsFunction(_ error: any Error) -> FieldError {
    switch error {
    case let error as FieldError: return error
    case let error as StoreError: if let known = FieldError(error) { return known }
    case let error as EditError: if let known = FieldError(error) { return known }
    default: break
    }
    let id = InternalFailure.newID()
    report(InternalFailure(id: id, error: error))
    return FieldError("Internal server error (id \(id)).", code: .internalServerError)
  }
}
