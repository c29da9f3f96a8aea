import Foundation
import SQLite
import Testing

@testable import CatalogStore

@Suite("Snapshot")
struct SnapshotTests {
  /// Runs `body` with a catalog in a file of its own.
  private func withFile(_ body: (TestCatalog) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "gridql-\(UUID().uuidString).db"
    ).path
    defer {
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix)
      {
        #expect(throws: Never.self) {
          try FileManager.default.removeItem(atPath: path + suffix)
        }
      }
    }
    try body(TestCatalog(CatalogDatabase(path: path), rows: TestCatalog.grid(1, "One", "one")))
  }

  @Test("all of its lookups see the catalog as it was at the first")
  func isolates() throws {
    try withFile { catalog throws in
      let reader = catalog.reader
      try reader.withSnapshot { () throws in
        #expect(try reader.count(.grid) == 1)
        try catalog.writer.execute(TestCatalog.grid(2, "Two", "two"))
        #expect(try reader.count(.grid) == 1)
        #expect(try reader.records(.grid, ids: [1, 2], columns: []).batch.ids == [1])
      }
      #expect(try reader.withSnapshot { try reader.count(.grid) } == 2)
    }
  }

  @Test("begins with its first lookup, so that one without lookups costs nothing")
  func beginsLazily() throws {
    try withFile { catalog throws in
      let reader = catalog.reader
      try reader.withSnapshot { () throws in
        #expect(!reader.connection.isInTransaction)
        try catalog.writer.execute(TestCatalog.grid(2, "Two", "two"))
        #expect(try reader.count(.grid) == 2)
        #expect(reader.connection.isInTransaction)
      }
      #expect(!reader.connection.isInTransaction)
    }
  }

  @Test("ends when its body throws")
  func endsOnError() throws {
    struct Stop: Error {}
    let reader = try TestCatalog.sample().reader
    #expect(throws: Stop.self) {
      try reader.withSnapshot { () throws in
        _ = try reader.count(.grid)
        throw Stop()
      }
    }
    #expect(!reader.connection.isInTransaction)
    #expect(try reader.withSnapshot { try reader.count(.grid) } == 4)
  }

  @Test("a lookup that is told to stop throws, and the reader lives on")
  func stops() throws {
    let reader = try TestCatalog.sample().reader
    // A thousand instructions take longer to come together than a small lookup has.
    let values = (0..<20_000).map { ColumnValue.integer($0) }
    let filter = Predicate.in(.package(.repoWatchers), values)
    reader.stopLookups { true }
    #expect(throws: StoreError.interrupted) { try reader.count(.package, filter: filter) }
    reader.stopLookups(when: nil)
    #expect(try reader.count(.package, filter: filter) == 6)
  }

  @Test("a reader cannot write")
  func readsOnly() throws {
    let reader = try TestCatalog.sample().reader
    let error = #expect(throws: SQLiteError.self) {
      try reader.connection.execute("DELETE FROM grids")
    }
    #expect(error?.kind == .readOnly)
  }

  @Test("a file that is missing, or no catalog, is refused")
  func refusesFiles() throws {
    #expect {
      try CatalogDatabase(path: "/nowhere/catalog.db")
    } throws: { error in
      if case StoreError.cannotOpen = error { true } else { false }
    }
    try withFile { catalog throws in
      guard case .file(let path) = catalog.database.location else { return }
      try catalog.writer.execute("PRAGMA application_id = 7")
      #expect(throws: StoreError.notACatalog) { try CatalogDatabase(path: path) }
    }
  }
}
