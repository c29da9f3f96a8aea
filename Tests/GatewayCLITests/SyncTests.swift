import CatalogStore
import CatalogSync
import Foundation
import Testing

@testable import GatewayCLI

@Suite("gridql sync")
struct SyncTests {
  @Test(
    "refuses wrong usage before it asks anybody, and makes no database",
    arguments: [
      (["sync"], "Missing expected argument"),
      (["sync", "djangopackages.org"], "expected an http or https URL without a user"),
      (["sync", "http://127.0.0.1:1/", "--rate", "0"], "--rate must be greater than 0"),
      (["sync", "http://127.0.0.1:1/", "--rate", "nan"], "--rate must be greater than 0"),
      (["sync", "http://127.0.0.1:1/", "--page-size", "0"], "--page-size must be from 1"),
      (["sync", "http://127.0.0.1:1/", "--attempts", "0"], "--attempts must be from 1"),
      (["serve", "--watch", "15m"], "--watch needs --sync"),
      (["serve", "--sync", "http://127.0.0.1:1/"], "--sync needs --database"),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path + "/new.db"
      let takesDatabase = arguments.first == "sync"
      let result = try Binary.run(arguments + (takesDatabase ? ["--database", database] : []))
      #expect(result.status == 64)
      #expect(result.output == "")
      #expect(result.error.contains(message))
      #expect(!FileManager.default.fileExists(atPath: database))
    }
  }

  @Test("ends with 2 and names the URL if nobody answers")
  func unreachable() throws {
    try TemporaryFolder.with { folder in
      let result = try Binary.run(
        ["sync", "http://127.0.0.1:1/", "--attempts", "1", "--database", folder.path + "/new.db"])
      #expect(
        result
          == Binary.Result(
            status: 2, output: "",
            error: """
              error: http://127.0.0.1:1/: no answer: Connection refused
              The catalog is as it was.

              """))
    }
  }

  @Test("brings a second database in step with one that is served")
  func syncsOwnServer() throws {
    try TemporaryFolder.with { folder in
      let server = try RunningBinary(["serve", "--port", "0"])
      let line = server.output.availableData
      let url = try #require(String(decoding: line, as: UTF8.self).split(separator: "\n").first)
      let database = folder.path + "/copy.db"
      let root = String(url.replacing("/graphql", with: "/api/v4/"))
      let result = try Binary.run(["sync", root, "--rate", "1000", "--database", database])
      server.terminate()
      _ = try server.wait(output: line)
      #expect(result.status == 0)
      #expect(result.error == "")
      let synced = try Binary.run(["export", "--database", database])
      let sample = Embedded.sampleCatalogNDJSON.withUTF8Buffer {
        String(decoding: $0, as: UTF8.self)
      }
      let listed = sample.split(separator: "\n").filter { line in
        ["categories", "grids", "packages"].contains { line.hasPrefix("{\"resource\":\"\($0)\"") }
      }
      #expect(Set(synced.output.split(separator: "\n")) == Set(listed))
    }
  }

  @Test(
    "--watch takes a number and a unit",
    arguments: [("30s", 30), ("15m", 900), ("2h", 7200), ("1d", 86_400)])
  func interval(text: String, seconds: Int) throws {
    #expect(try WatchInterval(text: text).duration == .seconds(seconds))
  }

  @Test("--watch takes nothing else", arguments: ["", "m", "15", "0m", "-1m", "1.5h", "1w", "1 m"])
  func noInterval(text: String) {
    #expect(throws: (any Error).self) { try WatchInterval(text: text) }
  }

  @Test("notes what is gone at the origin")
  func notes() {
    var summary = ImportSummary()
    summary.gone.found = 2
    summary.gone.returned = 1
    summary.gone.marked = [.packages: 2, .grids: 1]
    summary.gone.examples = [.init(.grids, 58), .init(.packages, 2192)]
    #expect(
      importNotes(summary) == [
        "note: 1 objects that were gone are listed again",
        "note: the origin no longer lists 3 objects, 2 of them since this run; "
          + "they stay until a run with --prune:",
        "  1 grids", "  2 packages", "  for example grid 58", "  for example package 2192",
      ])
  }
}
