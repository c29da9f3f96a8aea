import CatalogStore
import GraphQLLanguage

/// Why someone may not even read; the sentence is for them.
public enum ReadRefusal: Sendable, Equatable {
  /// A token is missing, or does not count.
  case unauthenticated(String)
  /// Nobody knows whether they may, through no fault of theirs.
  case failed(String)
}

extension GatewaySession {
  /// Why someone with these credentials may not even read; nil if they may.
  ///
  /// For what an endpoint serves beside GraphQL. Blocks while SQLite reads.
  public func refusal(of credentials: Credentials) -> ReadRefusal? {
    refresh()
    do {
      _ = try authenticate(credentials)
      return nil
    } catch let failure as RequestFailure {
      return .unauthenticated(failure.errors.map(\.message).joined(separator: " "))
    } catch {
      return .failed(gateway.mask(error).message)
    }
  }

  /// Whether someone with these credentials has a role. Blocks while SQLite reads.
  public func mayEdit(_ credentials: Credentials) -> Bool {
    refresh()
    do {
      return try authenticate(credentials).role != nil
    } catch {
      // Why they may not, they are told when the request is answered.
      return false
    }
  }

  /// The name of the token that someone shows; nil if they show none that counts. Blocks while SQLite
  /// reads.
  public func name(of credentials: Credentials) -> String? {
    guard case .bearer = credentials else { return nil }
    do {
      return try authenticate(credentials).name
    } catch {
      return nil
    }
  }

  /// Finds out who makes a request. A token that does not count is refused whatever is asked.
  func authenticate(_ credentials: Credentials) throws -> Requester {
    switch credentials {
    case .localOperator: return Requester(name: nil, role: .admin)
    case .none:
      guard !gateway.requiresToken else {
        throw RequestFailure(unauthenticated: "This server answers only requests with a token.")
      }
      return .anonymous
    case .bearer(let token):
      switch try catalog.authenticate(token, at: currentInstant()) {
      case .accepted(let record): return Requester(name: record.name, role: record.role)
      case .unknown: throw RequestFailure(unauthenticated: "The token is not known here.")
      case .expired: throw RequestFailure(unauthenticated: "The token has expired.")
      case .revoked: throw RequestFailure(unauthenticated: "The token was revoked.")
      }
    }
  }
}

extension RequestFailure {
  fileprivate init(unauthenticated message: String) {
    self.init([GraphQLError(message, code: .unauthenticated)])
  }
}
