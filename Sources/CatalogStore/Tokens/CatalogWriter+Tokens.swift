extension CatalogWriter {
  /// The longest name of a token, in characters.
  static let tokenNameCharacterLimit = 100

  /// Makes a token and commits it, unless a group is open.
  ///
  /// The text is nowhere kept: who loses it needs another one.
  /// - Parameters:
  ///   - name: what the history is to call its holder; nil for one made from the role.
  ///   - role: what its holder may do.
  ///   - expires: when it ends, in microseconds since 1970 UTC; nil for never.
  ///   - instant: now, in microseconds since 1970 UTC.
  /// - Returns: the text for the holder, and the record.
  /// - Throws: `TokenError`.
  public func createToken(
    name: String?, role: Role, expires: Int64? = nil, at instant: Int64
  ) throws(TokenError) -> (token: String, record: TokenRecord) {
    let token = TokenText.random()
    let name = name ?? "\(role.rawValue)-\(token.publicID.prefix(6))"
    guard Self.isTokenName(name) else { throw .invalidName(limit: Self.tokenNameCharacterLimit) }
    if let expires, expires <= instant { throw .expiresInThePast }
    let record = TokenRecord(
      name: name, role: role, created: newYorkTime(ofInstant: instant),
      expires: expires.map(newYorkTime(ofInstant:)), revoked: nil)
    let salt = TokenText.randomSalt()
    try committed { () throws(EditError) in
      guard
        try statements.integer("SELECT 1 FROM tokens WHERE name = ?1", .text(name)) == nil
      else { return TokenError.nameTaken(name) }
      try statements.run(
        """
        INSERT INTO tokens (public_id, name, role, salt, hash, created, expires, expires_instant)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """, .text(token.publicID), .text(name), .text(role.rawValue), .text(salt),
        .text(token.hash(salt: salt)), .text(record.created), ColumnValue(record.expires),
        ColumnValue(expires))
      return nil
    }
    return (token.text, record)
  }

  /// Ends a token at once; one that was revoked stays so. Commits, unless a group is open.
  /// - Parameters:
  ///   - name: the token's.
  ///   - instant: now, in microseconds since 1970 UTC.
  /// - Throws: `TokenError`.
  public func revokeToken(name: String, at instant: Int64) throws(TokenError) {
    try committed { () throws(EditError) in
      let count = try statements.run(
        "UPDATE tokens SET revoked = coalesce(revoked, ?2) WHERE name = ?1", .text(name),
        .text(newYorkTime(ofInstant: instant)))
      return count == 0 ? .noSuchToken(name) : nil
    }
  }

  private static func isTokenName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else {
      return false
    }
    return name.unicodeScalars.count <= tokenNameCharacterLimit
      && !first.properties.isWhitespace && !last.properties.isWhitespace
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  /// Runs `body`, in a group if none is open; what it returns is thrown.
  private func committed(
    _ body: () throws(EditError) -> TokenError?
  ) throws(TokenError) {
    do {
      let problem = isWithinGroup ? try body() : try withGroup { try body() }
      if let problem { throw problem }
    } catch let error as TokenError {
      throw error
    } catch let error as StoreError {
      throw .store(error)
    } catch EditError.store(let error) {
      throw .store(error)
    } catch {
      preconditionFailure("a statement about tokens fails as the store does: \(error)")
    }
  }
}
