import GraphQLLanguage

/// The bytes that answer a request, and what kind of answer they are. Spec §7.1 Response Format.
public struct GraphQLResponse: Sendable {
  /// How a request ended; decides the HTTP status and the exit status of the command line.
  public enum Outcome: Sendable, Equatable {
    /// `data` without errors.
    case data
    /// `data`, null or not, beside `errors`.
    case dataWithErrors(dataIsNull: Bool)
    /// `errors` without `data`; the code of the first error.
    case requestError(ErrorCode)
    /// `errors` without `data`: what came could not be read as parameters at all, well-formed or not.
    case unreadableRequest
    /// A mutation or subscription where the transport allows only queries.
    case operationNotAllowed
    /// `errors` without `data`: too much else is at work; the same may be answered a little later.
    case overloaded
  }

  /// The response as JSON in UTF-8.
  public var body: [UInt8]
  /// How the request ended.
  public var outcome: Outcome
  /// What comes behind `body`; nil if that is all. Who does not take it to its end closes it.
  public internal(set) var rest: ResponseRest?
  /// What the request was and what the response cost.
  public internal(set) var account: RequestAccount

  /// Makes a response of its parts.
  public init(body: [UInt8], outcome: Outcome) {
    self.init(body: body, outcome: outcome, account: RequestAccount())
  }

  init(body: [UInt8], outcome: Outcome, account: RequestAccount) {
    self.body = body
    self.outcome = outcome
    self.account = account
  }
}
