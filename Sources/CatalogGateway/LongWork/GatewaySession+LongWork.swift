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
    if !query.operation.isLong {
      if let response = attempt({ answer(query) }) { return .now(response) }
      query.operation.isLong = true
    }
    return .later(
      PendingResponse { completion in
        let isTaken = longWork.add { session in
          switch session {
          case .success(let session): completion(session.longAnswer(query))
          case .failure(let error): completion(longWork.failure(error))
          }
        }
        if !isTaken { completion(longWork.refusal.ifUnaccounted(query.account)) }
      })
  }

  /// Answers a query that may take long, and sees whether it did.
  private func longAnswer(_ query: PreparedRequest) -> GraphQLResponse {
    begin()
    limits.meter.begin()
    let response = answer(query)
    if limits.meter.wasShort { query.operation.isLong = false }
    return response
  }

  /// What a POST with a long body is answered, which is read and executed on another thread; nil if
  /// there is none.
  public func reply(toLongBody body: [UInt8], _ origin: RequestOrigin) -> PendingResponse? {
    guard let longWork else { return nil }
    return PendingResponse { completion in
      let isTaken = longWork.add { session in
        do {
          var request = try GraphQLRequest(body: body)
          request.origin = origin
          switch try session.get().reply(to: request) {
          case .now(let response): completion(response)
          case .later(let response): response.start(completion)
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
