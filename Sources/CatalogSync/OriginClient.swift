/// Asks the origin: at the rate it can bear, and again if that may help.
struct OriginClient: Sendable {
  let transport: any OriginTransport
  let pacer: RequestPacer
  let tally: SyncTally
  let clock: SyncClock
  let options: SyncOptions

  /// Asks until `accept` takes the answer, as often as the options allow.
  /// - Parameters:
  ///   - url: what to ask for.
  ///   - conditions: headers for a conditional request.
  ///   - accept: makes something of an answer of 200, or 304 if there were conditions; is also given
  ///     the URL that redirects led to.
  /// - Returns: what `accept` made.
  /// - Throws: `SyncError` of the last attempt.
  func ask<Value>(
    _ url: OriginURL, conditions: [String: String] = [:],
    accept: (OriginAnswer, OriginURL) throws(SyncError) -> Value
  ) async throws(SyncError) -> Value {
    var attempt = 1
    while true {
      let outcome = await send(to: url, conditions: conditions)
      let error: SyncError
      do throws(SyncError) {
        return try accept(outcome.result.get(), outcome.url)
      } catch let refusal {
        error = refusal
      }
      guard error.isWorthRetrying, attempt < options.attempts else { throw error }
      try await waitBeforeNext(attempt, after: error, outcome.answer)
      attempt += 1
    }
  }

  /// How an attempt ended.
  private struct Outcome {
    /// An answer that may hold a page, or why there is none.
    let result: Result<OriginAnswer, SyncError>
    /// Where redirects have led.
    let url: OriginURL
    /// The answer, whatever it is.
    var answer: OriginAnswer?
  }

  private func waitBeforeNext(
    _ attempt: Int, after error: SyncError, _ answer: OriginAnswer?
  ) async throws(SyncError) {
    var delay = backOff(after: attempt)
    if let text = answer?.headers["retry-after"],
      let asked = retryAfter(text, now: clock.now())
    {
      guard asked <= options.retryAfterLimit else {
        throw SyncError(.mustWait(asked), url: error.url)
      }
      delay = max(delay, asked)
      await pacer.pause(for: asked)
    }
    await tally.tell(.retry(error, after: delay))
    try await stoppable { try await clock.sleep(delay) }
  }

  /// Twice as long each time, and then from half of it to all of it, so that clients that failed
  /// together do not come back together.
  private func backOff(after attempt: Int) -> Duration {
    let doublings = min(attempt - 1, 30)
    let longest = min(options.firstDelay * (1 << doublings), options.delayLimit)
    return longest * (0.5 + clock.chance() / 2)
  }

  private func send(to url: OriginURL, conditions: [String: String]) async -> Outcome {
    var target = url
    for _ in 0...options.redirects {
      let answer: OriginAnswer
      do throws(SyncError) {
        answer = try await sendOnce(to: target, conditions: conditions)
      } catch {
        return Outcome(result: .failure(error), url: target)
      }
      switch follow(answer, from: target) {
      case .success(let next?): target = next
      case .success(nil): return Outcome(result: .success(answer), url: target, answer: answer)
      case .failure(let error):
        return Outcome(result: .failure(error), url: target, answer: answer)
      }
    }
    let error = SyncError(.tooManyRedirects(limit: options.redirects), at: url)
    return Outcome(result: .failure(error), url: target)
  }

  /// Where an answer sends the client on to; nil if it is not a redirect.
  private func follow(
    _ answer: OriginAnswer, from url: OriginURL
  ) -> Result<OriginURL?, SyncError> {
    switch answer.status {
    case 200, 304: return .success(nil)
    case 301, 302, 303, 307, 308:
      guard let next = answer.headers["location"].flatMap(url.resolve) else {
        return .failure(SyncError(.badRedirect, at: url))
      }
      guard url.mayRedirect(to: next) else {
        return .failure(SyncError(.foreignRedirect(to: next.description), at: url))
      }
      return .success(next)
    default: return .failure(SyncError(.status(answer.status), at: url))
    }
  }

  private func sendOnce(
    to url: OriginURL, conditions: [String: String]
  ) async throws(SyncError) -> OriginAnswer {
    try await stoppable { try await pacer.waitForTurn() }
    await tally.add(\.requests)
    var headers = conditions
    headers["accept"] = "application/json"
    headers["user-agent"] = options.userAgent
    do {
      let answer = try await transport.answer(to: OriginRequest(url: url, headers: headers))
      await tally.add(\.bytes, answer.body.count)
      return answer
    } catch {
      throw SyncError(error, at: url)
    }
  }

  /// Waits; that only a cancelled task ends early.
  private func stoppable(_ wait: () async throws -> Void) async throws(SyncError) {
    do {
      try await wait()
    } catch {
      throw SyncError(.stopped)
    }
  }
}

extension SyncError {
  init(_ failure: TransportFailure, at url: OriginURL) {
    let reason: Reason =
      switch failure {
      case .unreachable(let reason): .unreachable(reason)
      case .tooManyBytes(let limit): .tooManyBytes(limit: limit)
      case .cancelled: .stopped
      }
    self.init(reason, at: url)
  }
}
