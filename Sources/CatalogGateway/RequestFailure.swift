import GraphQLLanguage

/// Why a request was not executed. Spec §7.1.3 Request Error Result.
struct RequestFailure: Error {
  /// Not empty.
  let errors: [GraphQLError]
  /// How the request ended.
  let outcome: GraphQLResponse.Outcome

  init(_ errors: [GraphQLError]) {
    self.errors = errors
    outcome = .requestError(errors.first?.code ?? .internalServerError)
  }

  /// The same without what messages tell of names that the client did not write.
  var withoutSuggestions: RequestFailure {
    RequestFailure(errors.map(\.withoutSuggestions), outcome: outcome)
  }

  private init(_ errors: [GraphQLError], outcome: GraphQLResponse.Outcome) {
    self.errors = errors
    self.outcome = outcome
  }

  init(operationNotAllowed operationType: OperationType) {
    errors = [
      GraphQLError(
        "A \(operationType.rawValue) is not executed by GET; send it by POST.", code: .badRequest)
    ]
    outcome = .operationNotAllowed
  }
}
