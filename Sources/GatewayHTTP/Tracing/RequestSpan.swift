import Tracing

/// The span of one request: from when its head had arrived to when its answer had been handed over.
///
/// What it says has the names of OpenTelemetry's conventions for HTTP and GraphQL servers, and where they
/// have none, those of the log.
final class RequestSpan: Sendable {
  private let span: any Tracing.Span

  init(_ span: any Tracing.Span) {
    self.span = span
  }

  /// Ends with an answer, of which so many bytes went out. Only a failure of ours is an error.
  func end(_ answer: Answer, ending: AnswerEnding, bytes: Int) {
    if span.isRecording {
      var attributes = span.attributes
      describe(answer, &attributes)
      if bytes > 0 {
        attributes["http.response.status_code"] = Int(answer.status.code)
        attributes["http.response.size"] = bytes
        attributes["gridql.outcome"] = answer.outcome.map { OutcomeKind($0).label }
      }
      attributes["error.type"] = ending.label
      if ending != .abandoned, let failure = answer.failure {
        attributes["error.type"] = failure
        span.setStatus(SpanStatus(code: .error))
      }
      span.attributes = attributes
    }
    span.end()
  }

  /// Ends before there is a request that could be answered: the client is gone.
  func endWithoutRequest() {
    span.attributes["error.type"] = AnswerEnding.abandoned.label
    span.end()
  }

  private func describe(_ answer: Answer, _ attributes: inout SpanAttributes) {
    let account = answer.account
    if account.cost.lookups.lookups > 0 {
      attributes["gridql.lookups"] = account.cost.lookups.lookups
      attributes["gridql.rows"] = account.cost.lookups.rows
    }
    guard let operation = account.operation else { return }
    attributes["graphql.operation.type"] = OperationKind(operation).label
    attributes["graphql.operation.name"] = operation.name.map { beginning(of: $0.utf8, bytes: 128) }
    // Not the text, whose literals are nobody's business.
    attributes["gridql.document"] = operation.documentHash
    attributes["gridql.plan"] = account.cost.isHit ? "hit" : "miss"
  }
}

extension Answer {
  /// What of ours has failed; nil if nothing has.
  fileprivate var failure: String? {
    if status.code >= 500 { return "\(status.code)" }
    return account.hasInternalFailure ? "INTERNAL_SERVER_ERROR" : nil
  }
}
