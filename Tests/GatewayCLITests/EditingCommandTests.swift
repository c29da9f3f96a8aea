import Foundation
import Testing

@testable import GatewayCLI

@Suite("gridql token, backup, doctor")
struct EditingCommandTests {
  private static let category = """
    {"resource":"categories","object":{"id":1,"title":"App","slug":"apps","description":"",\
    "title_plural":"Apps","show_pypi":true,"created":"2010-08-14T12:03:11-04:00",\
    "modified":"2021-09-19T23:01:02-04:00"}}
    """
  private static let edit =
    "mutation { updateCategory(input: {category: {id: 1}, title: \"X\"}) { category { title version } } }"

  /// Calls `body` with the path of a database that has one category.
  private func withDatabase(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let lines = try folder.file("catalog.ndjson", Self.category)
      let database = folder.path + "/catalog.db"
      #expect(try Binary.run(["import", lines, "--database", database]).status == 0)
      try body(database)
    }
  }

  @Test("a token is printed alone, once; the list has its name, and not the token")
  func tokens() throws {
    try withDatabase { database in
      let made = try Binary.run(
        [
          "token", "create", "--role", "editor", "--name", "ann", "--expires", "90d", "--database",
          database,
        ])
      #expect(made.status == 0)
      let token = made.output.dropLast()
      #expect(made.output.hasSuffix("\n") && !token.isEmpty && !token.contains { $0.isWhitespace })
      #expect(made.error.hasPrefix("Made the token ann. It is shown this once"))

      let list = try Binary.run(["token", "list", "--database", database])
      #expect(list.status == 0)
      #expect(list.output.hasPrefix("name  role    created"))
      #expect(list.output.contains("\nann   editor  20"))
      #expect(!list.output.contains(token))

      let again = try Binary.run(
        ["token", "create", "--role", "admin", "--name", "ann", "--database", database])
      #expect(again.status == 2)
      #expect(again.output == "")

      #expect(try Binary.run(["token", "revoke", "ann", "--database", database]).status == 0)
      #expect(try Binary.run(["token", "revoke", "bob", "--database", database]).status == 2)
    }
  }

  @Test("a query may edit the operator's own file")
  func editsFile() throws {
    try withDatabase { database in
      let edit = try Binary.run(["query", Self.edit, "--database", database, "--output", "compact"])
      #expect(edit.status == 0)
      #expect(
        edit.output
          == "{\"data\":{\"updateCategory\":{\"category\":{\"title\":\"X\",\"version\":2}}}}\n")
      let refused = try Binary.run(
        ["query", Self.edit.replacing("id: 1", with: "id: 7"), "--database", database])
      #expect(refused.status == 1)
    }
  }

  @Test("a server answers who shows a token, and says the same after it is started again")
  func serves() throws {
    try withDatabase { database in
      let token = try Binary.run(
        ["token", "create", "--role", "moderator", "--database", database]
      ).output.dropLast()
      let query = [
        "query", Self.edit, "--output", "compact", "--header", "Authorization: Bearer \(token)",
        "--header", "Idempotency-Key: k", "--endpoint",
      ]
      let answers = try (1...2).map { _ in
        let server = try RunningBinary(["serve", "--port", "0", "--database", database])
        let line = server.output.availableData
        let url = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
        let answer = try Binary.run(query + [url])
        #expect(try Binary.run(["query", Self.edit, "--endpoint", url]).status == 1)
        server.terminate()
        #expect(try server.wait(output: line).status == 0)
        return answer
      }
      #expect(answers[0].status == 0)
      #expect(answers[1] == answers[0])
    }
  }

  @Test("a backup is the same catalog, and sound")
  func backup() throws {
    try withDatabase { database in
      let copy = database + ".copy"
      #expect(try Binary.run(["backup", copy, "--database", database]).status == 0)
      let exports = try [database, copy].map {
        try Binary.run(["export", "--database", $0]).output
      }
      #expect(exports[0] == exports[1])
      for path in [database, copy] {
        let check = try Binary.run(["doctor", "--database", path])
        #expect(check == Binary.Result(status: 0, output: "", error: "\(path) is sound.\n"))
      }
    }
  }

  @Test("a server without a database makes a token for its run")
  func tokenForThisRun() throws {
    let server = try RunningBinary(["serve", "--port", "0"])
    let line = server.output.availableData
    server.terminate()
    let end = try server.wait(output: line)
    #expect(end.error.contains(/For edits: Authorization: Bearer \S+\n/))
  }
}
