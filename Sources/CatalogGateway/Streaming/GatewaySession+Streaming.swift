import GraphQLExecution
import GraphQLLanguage

extension GatewaySession {
  /// Hands on the answer to a query. What is executed while it is written belongs to the same snapshot.
  func stream(
    _ query: PreparedRequest, _ windows: WindowSizes, write: ([UInt8]) throws -> Void
  ) throws -> GraphQLResponse.Outcome {
    var outcome: GraphQLResponse.Outcome?
    let finished = try executeUnlessLong(query, windows) { result in
      outcome = try self.write(result, of: query, write)
    }
    if let finished { outcome = try self.write(finished, of: query, write) }
    guard let outcome else { preconditionFailure("A query has no result") }
    return outcome
  }

  /// Answers a query: `completion` is called once, with the whole response, or with the beginning of a
  /// long one, whose rest is executed and added to it before this returns.
  func send(
    _ query: PreparedRequest, _ cancellation: Cancellation,
    completion: (GraphQLResponse) -> Void
  ) {
    begin()
    limits.meter.begin()
    do {
      let finished = try executeUnlessLong(query, WindowSizes()) { result in
        send(result, of: query, cancellation, begin: completion)
      }
      guard let finished else { return }
      if !cancellation.isCancelled { query.operation.isSentWhileExecuted = false }
      completion(answer(finished, to: query))
    } catch {
      completion(response(for: error).ifUnaccounted(query.account))
    }
  }

  /// Executes a query. Calls `write` with the result if that is unfinished, and gives it otherwise.
  func executeUnlessLong(
    _ query: PreparedRequest, _ windows: WindowSizes, write: (ExecutionResult) throws -> Void
  ) throws -> ExecutionResult? {
    try catalog.withSnapshot {
      let result = run(query.plan, variables: query.variables, windows: windows)
      guard result.isUnfinished else { return result }
      try write(result)
      return nil
    }
  }

  /// Writes a response to a rest, of which the first piece begins it.
  private func send(
    _ result: ExecutionResult, of query: PreparedRequest, _ cancellation: Cancellation,
    begin: (GraphQLResponse) -> Void
  ) {
    let rest = ResponseRest(byteLimit: Self.waitingBytes, cancellation)
    var account = query.account
    var hasBegun = false
    do {
      _ = try write(result, of: query) { piece in
        account.cost.lookups = catalog.statistics
        rest.account = account
        guard !hasBegun else { return try rest.add(piece) }
        hasBegun = true
        let outcome: GraphQLResponse.Outcome =
          result.errors.isEmpty ? .data : .dataWithErrors(dataIsNull: false)
        var response = GraphQLResponse(body: piece, outcome: outcome, account: account)
        response.rest = rest
        begin(response)
      }
      account.caches = catalog.takeCacheStatistics()
      rest.account = account
      rest.end(isComplete: true)
    } catch {
      account.cost.lookups = catalog.statistics
      account.caches = catalog.takeCacheStatistics()
      account.hasInternalFailure = (error as? GraphQLError)?.code == .internalServerError
      rest.account = account
      guard !hasBegun else { return rest.end(isComplete: false) }
      // Then it is a limit that has been passed, or a failure that has been reported and masked.
      let response = (error as? GraphQLError).map { GraphQLResponse(ended: $0) }
      begin((response ?? self.response(for: error)).ifUnaccounted(account))
    }
  }

  /// How many bytes of a response wait to be sent before its execution does.
  private static let waitingBytes = 256 << 10

  private func write(
    _ result: ExecutionResult, of query: PreparedRequest, _ write: ([UInt8]) throws -> Void
  ) throws -> GraphQLResponse.Outcome {
    var body: [UInt8] = []
    let outcome = try appendResponse(result, to: &body, cost: { cost(of: query) }) {
      result, body in
      try result.writeData(to: &body, limits: limits.writing, chunkBytes: 1 << 16) { chunk in
        try write(chunk)
      }
    }
    try write(body)
    return outcome
  }

  private func cost(of query: PreparedRequest) -> RequestCost? {
    guard query.request.wantsStats else { return nil }
    var cost = query.account.cost
    cost.lookups = catalog.statistics
    return cost
  }
}
