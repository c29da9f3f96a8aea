import Testing

@testable import CatalogStore

@Suite("Tokens")
struct TokenTests {
  let catalog: EditedCatalog
  private static let now = EditedCatalog.begin

  init() throws {
    catalog = try EditedCatalog()
  }

  private func authenticate(_ token: String, at instant: Int64 = now) throws -> Authentication {
    try catalog.catalog.reader.authenticate(token, at: instant)
  }

  @Test("one that was made is accepted, and the catalog holds nothing it could be made of")
  func creates() throws {
    let (token, record) = try catalog.writer.createToken(name: "ann", role: .editor, at: Self.now)
    #expect(
      record
        == TokenRecord(
          name: "ann", role: .editor, created: "2026-02-15T14:03:04-05:00", expires: nil,
          revoked: nil))
    #expect(token.wholeMatch(of: /gridql_[0-9a-f]{16}_[0-9a-f]{64}/) != nil)
    #expect(try authenticate(token) == .accepted(record))
    let secret = String(token.suffix(64))
    #expect(try catalog.rows("SELECT * FROM tokens").allSatisfy { !$0.contains(secret) })
  }

  @Test("two are never alike")
  func unique() throws {
    let first = try catalog.writer.createToken(name: nil, role: .admin, at: Self.now)
    let second = try catalog.writer.createToken(name: nil, role: .admin, at: Self.now)
    #expect(first.token != second.token)
    #expect(first.record.name != second.record.name)
    #expect(first.record.name.hasPrefix("admin-"))
  }

  @Test("what is none, or differs in one place, is unknown")
  func unknown() throws {
    let (token, _) = try catalog.writer.createToken(name: "ann", role: .editor, at: Self.now)
    let last = token.last == "0" ? "1" : "0"
    let others = [
      "", "gridql", "gridql__", token + "0", String(token.dropLast()) + last, token.uppercased(),
      "gridql_0123456789abcdef_" + token.suffix(64), "' OR 1=1 --", token + "_",
    ]
    for other in others { #expect(try authenticate(other) == .unknown, "\(other)") }
  }

  @Test("it ends when it was to end")
  func expires() throws {
    let end = Self.now + 60_000_000
    let (token, record) = try catalog.writer.createToken(
      name: "ann", role: .editor, expires: end, at: Self.now)
    #expect(record.expires == "2026-02-15T14:04:04-05:00")
    #expect(try authenticate(token, at: end - 1) == .accepted(record))
    #expect(try authenticate(token, at: end) == .expired(record))
    #expect(throws: TokenError.expiresInThePast) {
      try catalog.writer.createToken(name: "bob", role: .editor, expires: Self.now, at: Self.now)
    }
  }

  @Test("it ends when it is revoked, and keeps its name and its first time")
  func revokes() throws {
    let (token, _) = try catalog.writer.createToken(name: "ann", role: .editor, at: Self.now)
    try catalog.writer.revokeToken(name: "ann", at: Self.now + 1_000_000)
    try catalog.writer.revokeToken(name: "ann", at: Self.now + 9_000_000)
    guard case .revoked(let record) = try authenticate(token) else {
      Issue.record("it is still good")
      return
    }
    #expect(record.revoked == "2026-02-15T14:03:05-05:00")
    #expect(throws: TokenError.nameTaken("ann")) {
      try catalog.writer.createToken(name: "ann", role: .admin, at: Self.now)
    }
    #expect(throws: TokenError.noSuchToken("bob")) {
      try catalog.writer.revokeToken(name: "bob", at: Self.now)
    }
  }

  @Test(
    "names are those of people",
    arguments: ["", " a", "a ", "a\nb", String(repeating: "x", count: 101)])
  func names(name: String) throws {
    #expect(throws: TokenError.invalidName(limit: 100)) {
      try catalog.writer.createToken(name: name, role: .editor, at: Self.now)
    }
  }

  @Test("all are listed, by name")
  func lists() throws {
    for name in ["b", "a"] {
      _ = try catalog.writer.createToken(name: name, role: .moderator, at: Self.now)
    }
    #expect(try catalog.catalog.reader.tokens().map(\.name) == ["a", "b"])
  }

  @Test("roles include those below")
  func roles() {
    #expect(Role.editor < .moderator && Role.moderator < .admin)
    #expect(Role.allCases.sorted() == [.editor, .moderator, .admin])
  }
}
