import ArgumentParser
import CatalogStore
import JSON

/// `gridql token`: who may edit.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Manage the tokens of those who edit.",
    discussion: """
      A request shows its token as "Authorization: Bearer TOKEN". The roles: an editor creates and \
      changes packages, grids and what is in them; a moderator also deletes, edits categories, locks \
      grids and reverts changes; an admin may do everything.

      Tokens can be managed while a server runs.
      """,
    subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])

  /// Runs without a subcommand: wrong usage.
  func run() throws {
    throw MissingCommand(help: Gridql.helpMessage(for: Self.self))
  }
}

/// `gridql token create`.
struct TokenCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a token and print it, once.",
    discussion: """
      The database keeps only a salted hash: a token that is lost cannot be shown again, only \
      revoked.

      Example:
        gridql token create --role editor --name ann --expires 90d
      """)

  @Option(help: "What the token allows: editor, moderator or admin.")
  var role: Role

  @Option(help: "What the history calls who has it; made up without it.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "When it ends: in so many minutes, hours, days or weeks (90d), or a date (2027-01-31), or a time.",
      valueName: "when"))
  var expires: Expiry?

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let now = currentInstant()
    let writer = try openCatalog(at: database.path).makeWriter()
    let made = try writer.createToken(
      name: name, role: role, expires: expires?.instant(after: now), at: now)
    try standardOutput.write(Array((made.token + "\n").utf8))
    standardError.note(
      "Made the token \(made.record.name). It is shown this once; it ends with: "
        + "gridql token revoke \(made.record.name) --database \(database.path)")
  }
}

/// `gridql token list`.
struct TokenList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the tokens, without what they are.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let tokens = try openCatalog(at: database.path).makeReader().tokens()
    guard !tokens.isEmpty else { return standardError.note("There are no tokens.") }
    let rows = tokens.map { token in
      JSONValue.object([
        JSONMember(name: "name", value: .string(token.name)),
        JSONMember(name: "role", value: .string(token.role.rawValue)),
        JSONMember(name: "created", value: .string(token.created)),
        JSONMember(name: "expires", value: token.expires.map { .string($0) } ?? .null),
        JSONMember(name: "revoked", value: token.revoked.map { .string($0) } ?? .null),
      ])
    }
    let table = TextTable(
      lineColumns: standardOutput.columns, isBold: standardOutput.wantsColor)
    try standardOutput.write(table.text(RowGrid(rows)))
  }
}

/// `gridql token revoke`.
struct TokenRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "End a token at once.")

  @Argument(help: "The token's name.")
  var name: String

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try openCatalog(at: database.path).makeWriter().revokeToken(name: name, at: currentInstant())
  }
}

extension Role: ExpressibleByArgument {}
