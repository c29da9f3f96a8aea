import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import JSON

/// Adds the whole response to an executed request: errors, data, and what it cost if that is asked
/// for. Spec §7.1 Response Format.
///
/// `writeData` returns the errors of what was executed while it was written. With them the errors come
/// behind the data, where they are known. `cost` is asked for at the end.
func appendResponse<Failure: Error>(
  _ result: ExecutionResult, to body: inout [UInt8], cost: () -> RequestCost?,
  writeData: (ExecutionResult, inout [UInt8]) throws(Failure) -> [GraphQLError]
) throws(Failure) -> GraphQLResponse.Outcome {
  body.append(UInt8(ascii: "{"))
  if !result.isUnfinished && !result.errors.isEmpty {
    body.append(contentsOf: "\"errors\":".utf8)
    appendErrors(result.errors, to: &body)
    body.append(UInt8(ascii: ","))
  }
  body.append(contentsOf: "\"data\":".utf8)
  let errors = result.errors + (try writeData(result, &body))
  if result.isUnfinished && !errors.isEmpty {
    body.append(contentsOf: ",\"errors\":".utf8)
    appendErrors(errors, to: &body)
  }
  cost()?.append(to: &body)
  body.append(UInt8(ascii: "}"))
  return errors.isEmpty ? .data : .dataWithErrors(dataIsNull: result.dataIsNull)
}

extension ExecutionResult {
  /// How the request ended.
  var outcome: GraphQLResponse.Outcome {
    errors.isEmpty ? .data : .dataWithErrors(dataIsNull: dataIsNull)
  }
}

/// What a request cost, as `extensions.stats` of its response says it.
public struct RequestCost: Sendable, Hashable {
  /// What was asked of the store.
  public internal(set) var lookups = LookupStatistics()
  /// Whether the plan was at hand.
  public internal(set) var isHit = false

  fileprivate func append(to body: inout [UInt8]) {
    let counts = [
      ("lookups", lookups.lookups), ("statements", lookups.statements), ("rows", lookups.rows),
    ]
    body.append(contentsOf: ",\"extensions\":{\"stats\":{".utf8)
    for (name, count) in counts {
      body.append(contentsOf: "\"\(name)\":".utf8)
      appendJSONNumber(Int64(count), to: &body)
      body.append(UInt8(ascii: ","))
    }
    body.append(contentsOf: "\"plan\":\"\(isHit ? "hit" : "miss")\"}}".utf8)
  }
}

extension GraphQLResponse {
  /// The response to a request that cannot be executed.
  public init(requestError error: GraphQLError) {
    self.init(errors: [error], outcome: .requestError(error.code ?? .badRequest))
  }

  /// The response that tells why a request was not executed.
  init(_ failure: RequestFailure) {
    self.init(errors: failure.errors, outcome: failure.outcome)
  }

  /// The response to a request that failed as a whole.
  init(_ failure: FieldError) {
    self.init(RequestFailure([GraphQLError(requestError: failure)]))
  }

  private init(errors: [GraphQLError], outcome: Outcome) {
    var body = Array("{\"errors\":".utf8)
    appendErrors(errors, to: &body)
    body.append(UInt8(ascii: "}"))
    self.init(body: body, outcome: outcome)
  }
}
