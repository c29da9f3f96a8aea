import GraphQLExecution
import GraphQLLanguage

extension GatewaySession {
  /// Does what an event loop has time for, with at most one request in it; nil if that was too little,
  /// and then it is to be done by `LongWork`.
  ///
  /// Without long work to do it, there is always time.
  public func attempt<Result>(_ body: () -> Result) -> Result? {
    guard longWork != nil else { return body() }
    limits.meter.begin(limit: WorkMeter.unitsOnEventLoop)
    let result = body()
    let isOver = limits.meter.isOver
    limits.meter.begin()
    return isOver ? nil : result
  }

  /// Answers a query here if there is time, else on another thread.
  ///
  /// A query that there was no time for is not tried here again until it turns out to be short.
  func reply(to query: PreparedRequest) -> Reply {
    guard let longWork else { return .now(answer(query)) }
    if let known = knownAnswer(to: query) { return .now(known) }
    if query.operation.isSentWhileExecuted {
      return .later(PendingResponse { longWork.stream(query, $0, completion: $1) })
    }
    if !query.operation.isLong {
      if let response = attempt({ answer(query) }) { return .now(response) }
      query.operation.isLong = true
    }
    return .later(
      PendingResponse { cancellation, completion in
        let isTaken = longWork.add(cancellation) { session in
          switch session {
          case .success(let session):
            session.answerLong(query, longWork, cancellation, completion: completion)
          case .failure(let error): completion(longWork.failure(error))
          }
        }
        if !isTaken { completion(longWork.refusal.ifUnaccounted(query.account)) }
      })
  }

  /// Answers a query that may take long, and sees whether it did. If its answer is longer than can be
  /// held, other threads execute it while it is sent.
  private func answerLong(
    _ query: PreparedRequest, _ longWork: LongWork, _ cancellation: Cancellation,
    completion: @escaping @Sendable (GraphQLResponse) -> Void
  ) {
    begin()
    limits.meter.begin()
    do {
      guard let result = try executeUnlessLong(query, WindowSizes(), write: { _ in }) else {
        query.operation.isSentWhileExecuted = true
        return longWork.stream(query, cancellation, completion: completion)
      }
      let response = answer(result, to: query)
      if limits.meter.wasShort, !cancellation.isCancelled { query.operation.isLong = false }
      completion(response)
    } catch {
      completion(response(for: error).ifUnaccounted(query.account))
    }
  }

  /// What a POST with a long body is answered, which is read and executed on another thread; nil if
  /// there is none.
  public func reply(toLongBody body: [UInt8], _ origin: RequestOrigin) -> PendingResponse? {
    guard let longWork else { return nil }
    return PendingResponse { cancellation, completion in
      let isTaken = longWork.add(cancellation) { session in
        do {
          var request = try GraphQLRequest(body: body)
          request.origin = origin
          switch try session.get().reply(to: request) {
          case .now(let response): completion(response)
          case .later(let response): response.start(cancellation, completion)
          }
        } catch let error as RequestError {
          completion(GraphQLResponse(error))
        } catch {
          completion(longWork.failure(error))
        }
      }
      if !isTaken { completion(longWork.refusal) }
    }
  }
}
