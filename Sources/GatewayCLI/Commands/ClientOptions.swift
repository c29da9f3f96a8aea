import ArgumentParser
import GatewayHTTP

/// Who stands between the server and its clients, and what clients expect, as options of
/// `gridql serve`.
struct ClientOptions: ParsableArguments {
  @Option(
    name: .customLong("status-codes"),
    help: """
      Which status codes tell how a GraphQL request ended: those that today's clients and the audits of \
      graphql-http expect, or those of the working draft.
      """)
  var statusCodes = StatusCodes.audit

  @Option(
    name: .customLong("cors-origin"),
    help: ArgumentHelp(
      "Let pages of this origin read answers; * for all. Repeat it for several.",
      valueName: "origin"))
  var origins: [AllowedOrigin] = []

  @Flag(
    name: .customLong("cors-credentials"), inversion: .prefixedNo,
    help: "Let those pages send cookies and the like along.")
  var allowsCredentials = false

  @Option(
    name: .customLong("trusted-proxy"),
    help: ArgumentHelp(
      """
      Believe the X-Forwarded-For, -Proto and -Host, or the Forwarded, of a proxy at this address or in \
      this block, such as 10.0.0.0/8. Repeat it for several.
      """, valueName: "address"))
  var trustedProxies: [AddressBlock] = []

  /// An argument of `--cors-origin`.
  enum AllowedOrigin: ExpressibleByArgument, Equatable {
    case any
    case this(WebOrigin)

    init?(argument: String) {
      if argument == "*" {
        self = .any
      } else {
        guard let origin = WebOrigin(argument) else { return nil }
        self = .this(origin)
      }
    }
  }

  func validate() throws {
    guard !allowsCredentials || !origins.isEmpty else {
      throw ValidationError("--cors-credentials needs --cors-origin.")
    }
    guard !origins.contains(.any) || origins.count == 1 else {
      throw ValidationError("--cors-origin '*' leaves nothing for another --cors-origin.")
    }
    guard !allowsCredentials || !origins.contains(.any) else {
      throw ValidationError("--cors-credentials needs origins by name, not '*'.")
    }
  }

  /// Tells the server.
  func configure(_ configuration: inout ServerConfiguration) {
    configuration.statusCodes = statusCodes
    configuration.trustedProxies = trustedProxies
    configuration.cors = corsPolicy
  }

  private var corsPolicy: CORSPolicy? {
    if origins.isEmpty { return nil }
    var named: Set<WebOrigin> = []
    for case .this(let origin) in origins { named.insert(origin) }
    return CORSPolicy(
      origins: origins.contains(.any) ? .any : .these(named), allowsCredentials: allowsCredentials)
  }
}

extension StatusCodes: ExpressibleByArgument {}

extension AddressBlock: ExpressibleByArgument {
  /// Reads the argument of `--trusted-proxy`.
  public init?(argument: String) {
    self.init(argument)
  }
}
