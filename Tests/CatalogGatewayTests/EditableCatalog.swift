import CatalogGateway
import CatalogStore
import Foundation
import JSON
import Synchronization
import Testing

/// A small catalog of its own, to be edited by people of each role.
///
/// What edits give that depends on the moment is replaced in the responses: times by `TIME`.
struct EditableCatalog {
  let database: CatalogDatabase
  let gateway: Gateway

  /// Makes one in memory, or opens the file at a path, filled from the lines if `fills`.
  init(
    path: String? = nil, lines: String = SmallCatalog.lines, fills: Bool = true,
    requiresToken: Bool = false,
    report: @escaping @Sendable (InternalFailure) -> Void = { _ in }
  ) throws {
    database = try path.map { try CatalogDatabase(path: $0) } ?? CatalogDatabase.inMemory()
    if fills {
      let source = ImportSource(name: "catalog.ndjson", bytes: Array(lines.utf8))
      _ = try database.importCatalog(from: [source]) { _ in }
    }
    gateway = try Gateway(catalog: database, requiresToken: requiresToken, report: report)
  }

  /// Credentials of a role; of a token that has ended already if `isExpired`.
  func credentials(
    _ role: Role, name: String? = nil, isExpired: Bool = false
  ) throws -> Credentials {
    let made = try database.makeWriter().createToken(
      name: name ?? role.rawValue, role: role, expires: isExpired ? 1 : nil,
      at: isExpired ? 0 : currentInstant())
    return .bearer(made.token)
  }

  /// The whole answer to a request.
  func respond(
    _ query: String, variables: String = "{}", as credentials: Credentials = .localOperator,
    key: String? = nil, stats: Bool = false
  ) throws -> GraphQLResponse {
    guard case .object(let members) = try parseJSON(variables) else {
      preconditionFailure("Variables are an object")
    }
    var request = GraphQLRequest(
      query: Array(query.utf8), variables: members, wantsStats: stats)
    request.origin.credentials = credentials
    request.origin.idempotencyKey = key
    return try gateway.makeSession().execute(request)
  }

  /// The text of the answer, without times.
  func answer(
    _ query: String, variables: String = "{}", as credentials: Credentials = .localOperator,
    key: String? = nil
  ) throws -> String {
    let response = try respond(query, variables: variables, as: credentials, key: key)
    return withoutTimes(String(decoding: response.body, as: UTF8.self))
  }

  /// What stands for `data` in an answer without errors; the whole answer if there are some.
  func data(
    _ query: String, variables: String = "{}", as credentials: Credentials = .localOperator
  ) throws -> String {
    let answer = try answer(query, variables: variables, as: credentials)
    guard answer.hasPrefix("{\"data\":") else { return answer }
    return String(answer.dropFirst(8).dropLast())
  }
}

/// Calls `body` with the path of a database file that is not there yet, in a folder of its own.
func withDatabasePath(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let result = Result { try body(folder.appending(path: "catalog.db").path()) }
  try FileManager.default.removeItem(at: folder)
  try result.get()
}

extension EditableCatalog {
  /// The errors of an answer.
  func errors(
    _ query: String, variables: String = "{}", as credentials: Credentials = .localOperator
  ) throws -> [JSONValue] {
    let response = try respond(query, variables: variables, as: credentials)
    guard case .array(let errors)? = try parseJSON(response.body)["errors"] else { return [] }
    return errors
  }

  /// The codes of an answer's errors.
  func codes(
    _ query: String, variables: String = "{}", as credentials: Credentials = .localOperator
  ) throws -> [String] {
    try errors(query, variables: variables, as: credentials).map { error in
      guard case .string(let code)? = error["extensions"]?["code"] else { return "" }
      return code
    }
  }
}

/// A text with `TIME` for each time of this century as the catalog writes it.
private func withoutTimes(_ text: String) -> String {
  text.replacing(/"20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)"/, with: "TIME")
}
