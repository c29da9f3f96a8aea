import GraphQLLanguage

extension GraphQLRequest {
  /// The operation that the request means; nil if that cannot be told. Spec §6.1 Executing Requests.
  func operation(of document: Document) -> OperationDefinition? {
    var found: OperationDefinition?
    for case .operation(let operation) in document.definitions {
      if let operationName {
        guard operation.name.map({ document.text($0) }) == operationName else { continue }
        return operation
      }
      if found != nil { return nil }
      found = operation
    }
    return found
  }

  /// Refuses an operation that the transport does not allow.
  func checkAllowed(_ operationType: OperationType) throws(RequestFailure) {
    guard !allowsMutation, operationType != .query else { return }
    throw RequestFailure(operationNotAllowed: operationType)
  }
}
