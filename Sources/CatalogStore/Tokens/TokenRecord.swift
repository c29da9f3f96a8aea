/// A token as the catalog knows it: not the secret.
public struct TokenRecord: Sendable, Hashable {
  /// Its name, which the history gives as the actor.
  public let name: String
  /// What its holder may do.
  public let role: Role
  /// When it was made.
  public let created: String
  /// When it ends; nil for never.
  public let expires: String?
  /// When it was revoked; nil if it was not.
  public let revoked: String?
}

/// What a token that was shown is worth.
public enum Authentication: Sendable, Hashable {
  case accepted(TokenRecord)
  case expired(TokenRecord)
  case revoked(TokenRecord)
  /// It is no token, or not one of this catalog's.
  case unknown
}

/// Why a token was not made or revoked.
public enum TokenError: Error, Hashable, Sendable {
  /// Another token has the name, be it revoked.
  case nameTaken(String)
  /// A name has 1 to `limit` characters, none of them a control character or a blank at an end.
  case invalidName(limit: Int)
  case noSuchToken(String)
  /// It would have ended before it began.
  case expiresInThePast
  /// The world's.
  case store(StoreError)
}
