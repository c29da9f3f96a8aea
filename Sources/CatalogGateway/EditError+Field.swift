import CatalogStore
import GraphQLExecution
import JSON

extension FieldError {
  /// What the client is told of an edit that was refused; nil if it must be masked.
  init?(_ error: EditError) {
    switch error {
    case .invalid(let problems):
      self.init(
        error.message, brokenRules: problems.map { ([.field("input")] + $0.path, $0.message) })
    case .notFound, .notInGrid, .noSuchRevision:
      self.init(error.message, code: .notFound)
    case .conflict(let conflict):
      self.init(error.message, code: .conflict, details: conflict.details)
    case .locked:
      self.init(error.message, code: .forbidden)
    case .store(let error):
      self.init(error)
    }
  }

  /// An input of which no edit can be made.
  init(_ mistake: InputMistake) {
    self.init(
      "A value is not allowed: it \(mistake.message).",
      brokenRules: [(mistake.path, mistake.message)])
  }

  private init(
    _ message: String, brokenRules rules: [(path: [FieldProblem.PathPart], message: String)]
  ) {
    self.init(
      message, code: .badUserInput,
      details: [
        JSONMember(
          name: "fields",
          value: .array(
            rules.map { rule in
              .object([
                JSONMember(name: "path", value: .array(rule.path.map(\.json))),
                JSONMember(name: "message", value: .string(rule.message)),
              ])
            }))
      ])
  }
}

extension FieldProblem.PathPart {
  fileprivate var json: JSONValue {
    switch self {
    case .field(let name): .string(name)
    case .index(let index): .int(Int64(index))
    }
  }
}

extension EditConflict {
  /// What a program needs to go on from the conflict.
  fileprivate var details: [JSONMember] {
    switch self {
    case .version(_, let current): [JSONMember(name: "version", value: .int(current))]
    case .categoryInUse(let packages): [JSONMember(name: "packages", value: .int(packages))]
    case .newerChange(let revision): [JSONMember(name: "revision", value: .int(revision))]
    case .idempotencyKeyReused: []
    }
  }
}
