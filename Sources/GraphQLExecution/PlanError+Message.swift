import GraphQLLanguage

extension GraphQLError {
  /// The error for a document from which no operation can be run.
  public init(_ error: PlanError) {
    switch error {
    case .operationNameRequired:
      self.init(
        "Must provide operation name if query contains multiple operations.",
        code: .operationResolutionFailure)
    case .unknownOperation(let name):
      self.init("Unknown operation named \"\(name)\".", code: .operationResolutionFailure)
    case .noOperation:
      self.init("Must provide an operation.", code: .operationResolutionFailure)
    case .noRootType(let operation):
      self.init(
        "Schema is not configured to execute \(operation) operation.",
        code: .operationResolutionFailure)
    case .fragmentVariables(let fragment):
      self.init(
        "Fragment \"\(fragment)\" has variables. Documents with fragment arguments can be "
          + "validated, but not executed.",
        code: .operationResolutionFailure)
    case .tooManyNodes(let limit):
      self.init(
        "The operation's plan has more than \(limit) nodes. Ask for fewer fields, aliases or fragment spreads.",
        code: .limitExceeded)
    case .tooDeep(let limit):
      self.init(
        "The operation's selections are nested more than \(limit) levels deep, fragments included.",
        code: .limitExceeded)
    }
  }
}
