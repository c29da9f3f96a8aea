import SQLite

extension CatalogReader {
  /// Reads all tokens, by name; those that have ended and been revoked too. One lookup.
  /// - Throws: `StoreError`.
  public func tokens() throws(StoreError) -> [TokenRecord] {
    try lookup { () throws(SQLiteError) in
      let cached = try statement(
        for: "SELECT name, role, created, expires, revoked FROM tokens ORDER BY name")
      var records: [TokenRecord] = []
      try run(cached) { row in
        records.append(TokenRecord(row))
        return true
      }
      return records
    }
  }

  /// Finds out what a token is worth now. One lookup, which reads one row at most.
  /// - Parameters:
  ///   - token: the text that was shown.
  ///   - instant: now, in microseconds since 1970 UTC.
  /// - Returns: whose it is, if it is anybody's; that it has ended only its holder is told.
  /// - Throws: `StoreError`.
  public func authenticate(
    _ token: String, at instant: Int64
  ) throws(StoreError) -> Authentication {
    guard let token = TokenText(token) else { return .unknown }
    return try lookup { () throws(SQLiteError) in
      let cached = try statement(
        for: """
          SELECT name, role, created, expires, revoked, expires_instant, salt, hash FROM tokens
          WHERE public_id = ?1
          """)
      try cached.statement.bind(token.publicID, at: 1)
      var answer = Authentication.unknown
      try run(cached) { row in
        guard token.matches(hash: row.text(at: 7) ?? "", salt: row.text(at: 6) ?? "") else {
          return false
        }
        let record = TokenRecord(row)
        if record.revoked != nil {
          answer = .revoked(record)
        } else if !row.isNull(at: 5) && row.integer(at: 5) <= instant {
          answer = .expired(record)
        } else {
          answer = .accepted(record)
        }
        return false
      }
      return answer
    }
  }
}

extension TokenRecord {
  fileprivate init(_ row: borrowing Statement) {
    self.init(
      name: row.text(at: 0) ?? "",
      // A role that this program does not know is the least.
      role: row.text(at: 1).flatMap(Role.init(rawValue:)) ?? .editor,
      created: row.text(at: 2) ?? "", expires: row.text(at: 3), revoked: row.text(at: 4))
  }
}
