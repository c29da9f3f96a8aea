import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import JSON

/// What the catalog says to a question of REST v4.
public struct RESTAnswer: Sendable {
  /// How a question ended.
  public enum Outcome: Sendable, Hashable {
    case found
    /// There is no object with the key.
    case notFound
    /// The answer would be over a limit, which `body` names.
    case overLimit
    /// The deadline has passed.
    case tooSlow
    /// Nobody's fault outside; the operator has the whole story.
    case failed
  }

  /// How the question ended.
  public let outcome: Outcome
  /// The answer as compact JSON in UTF-8; an object with `detail` for a failure, else empty if
  /// nothing was found.
  public let body: [UInt8]
  /// What the answer cost the store.
  public let account: RequestAccount
}

extension GatewaySession {
  /// Answers a question of REST v4 from one snapshot. Blocks while SQLite reads.
  public func answer(_ question: RESTQuestion) -> RESTAnswer {
    begin()
    let plans = restPlans
    var body: [UInt8] = []
    do {
      let result = try run(
        plans.plan(for: question), of: plans.schema, variables: question.variables)
      if let error = result.errors.first { return failure(error.message, code: error.code) }
      try result.writeFirstValue(to: &body, limits: limits.writing)
      try limits.check(response: body)
    } catch let error as GraphQLError {
      return failure(error.message, code: error.code)
    } catch {
      let error = gateway.mask(error)
      return failure(error.message, code: error.code)
    }
    // No object and no list is written like this.
    if body.elementsEqual("null".utf8) {
      return RESTAnswer(outcome: .notFound, body: [], account: account)
    }
    return RESTAnswer(outcome: .found, body: body, account: account)
  }

  /// What the question cost that was just answered.
  private var account: RequestAccount {
    var account = RequestAccount()
    account.cost = RequestCost(lookups: statistics, isHit: true)
    account.caches = catalog.takeCacheStatistics()
    return account
  }

  private func failure(_ message: String, code: ErrorCode?) -> RESTAnswer {
    var body = Array("{\"detail\":".utf8)
    appendJSONString(message, to: &body)
    body.append(UInt8(ascii: "}"))
    let outcome: RESTAnswer.Outcome =
      switch code {
      case .limitExceeded: .overLimit
      case .timeout: .tooSlow
      default: .failed
      }
    return RESTAnswer(outcome: outcome, body: body, account: account)
  }
}
