import Foundation
import SQLite
import Testing

@testable import CatalogStore

@Suite("Writer: groups and scopes")
struct CatalogWriterTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  private func title(_ text: String) -> CatalogEdit {
    .update(.package, .id(1), [.title: .text(text)])
  }

  @Test("scopes of a group are kept or undone alone, and committed together")
  func scopesAreIndependent() throws {
    let writer = catalog.writer
    try writer.withGroup {
      _ = try writer.withScope { try writer.apply(title("one"), as: catalog.context()) }
      #expect(throws: EditError.self) {
        try writer.withScope {
          _ = try writer.apply(.delete(.package, .id(2)), as: catalog.context())
          _ = try writer.apply(.delete(.package, .id(99)), as: catalog.context())
        }
      }
      _ = try writer.withScope {
        try writer.apply(.create(.category, [.title: .text("C")]), as: catalog.context())
      }
    }
    #expect(
      try catalog.rows("SELECT title FROM packages WHERE id IN (1, 2)") == ["one", "Django REST"])
    #expect(
      try catalog.rows("SELECT revision, subject FROM changes") == ["1 packages", "2 categories"])
  }

  @Test("the writer's reader sees what is not committed; a rehearsal leaves nothing")
  func rehearsal() throws {
    let writer = catalog.writer
    let columns = ColumnSet([PackageColumn.title, .version])
    let (texts, change) = try writer.withGroup {
      try writer.withScope(.discard) {
        let result = try writer.apply(title("rehearsed"), as: catalog.context())
        return try writer.reader.withSnapshot {
          let batch = try writer.reader.records(.package, ids: [1], columns: columns).batch
          let changes = try writer.reader.changes(revisions: [result.objects[0].revision ?? 0])
          return (
            batch[PackageColumn.title].texts + batch[PackageColumn.version].texts,
            changes.batch.count
          )
        }
      }
    }
    #expect(texts == ["\"rehearsed\"", "2"])
    #expect(change == 1)
    #expect(
      try catalog.rows("SELECT title, version FROM packages WHERE id = 1") == ["django-forms 1"])
    #expect(try catalog.rows("SELECT count(*) FROM changes") == ["0"])
    #expect(try catalog.rows("SELECT revision FROM catalog_revision") == ["0"])
  }

  private struct Stop: Error {}

  /// Makes an edit in a scope of its own, which then fails if `fails`.
  private func rename(to text: String, fails: Bool) throws {
    try catalog.writer.withScope {
      _ = try catalog.writer.apply(title(text), as: catalog.context())
      if fails { throw Stop() }
    }
  }

  /// Whether something stops.
  private func stops(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch is Stop {
      return true
    }
  }

  @Test("an inner scope that fails leaves the outer one's work; an outer one takes all with it")
  func nestedScopes() throws {
    let writer = catalog.writer
    let stopped = try writer.withGroup {
      let inner = try writer.withScope {
        _ = try writer.apply(title("outer"), as: catalog.context())
        return try stops { try rename(to: "inner", fails: true) }
      }
      let outer = try stops {
        try writer.withScope {
          try rename(to: "lost", fails: false)
          throw Stop()
        }
      }
      return [inner, outer]
    }
    #expect(stopped == [true, true])
    #expect(try catalog.rows("SELECT title FROM packages WHERE id = 1") == ["outer"])
  }

  @Test("a group that throws leaves nothing, and the next one begins anew")
  func groupFails() throws {
    let writer = catalog.writer
    #expect(throws: Stop.self) {
      try writer.withGroup {
        try writer.withScope { _ = try writer.apply(title("lost"), as: catalog.context()) }
        throw Stop()
      }
    }
    #expect(try catalog.rows("SELECT title FROM packages WHERE id = 1") == ["django-forms"])
    try catalog.object(title("found"))
    #expect(try catalog.rows("SELECT title FROM packages WHERE id = 1") == ["found"])
  }

  @Test("a lookup that is told to stop does not take the group with it")
  func interruptedLookup() throws {
    let writer = catalog.writer
    try writer.withGroup {
      try writer.withScope {
        _ = try writer.apply(title("kept"), as: catalog.context())
        writer.reader.stopLookups { true }
        let filter = Predicate.contains(.package(.repoDescription), "x")
        #expect(throws: StoreError.interrupted) {
          for _ in 0..<1_000 { _ = try writer.reader.count(.package, filter: filter) }
        }
        _ = try writer.apply(.delete(.grid, .id(10)), as: catalog.context())
        writer.reader.stopLookups(when: nil)
      }
    }
    #expect(try catalog.rows("SELECT title FROM packages WHERE id = 1") == ["kept"])
  }

  @Test("a file's writer waits for the disk at each commit, and keeps the rules between tables")
  func pragmas() throws {
    let connection = catalog.writer.reader.connection
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
  }

  @Test("a full disk refuses an edit, and takes nothing that was acknowledged")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let database = try CatalogDatabase(path: folder.path("catalog.db"))
    let catalog = try EditedCatalog(TestCatalog(database))
    let connection = catalog.writer.reader.connection
    try catalog.object(.create(.package, [.title: .text("Acknowledged")]))
    let pages = try #require(try connection.integer("PRAGMA page_count"))
    try connection.execute("PRAGMA max_page_count = \(pages + 2)")
    let names = (0..<500).map {
      "somebody with quite a long name, number \($0)".filter { $0 != "," }
    }
    let edit = CatalogEdit.create(
      .package, [.title: .text("Too much"), .participants: .texts(names)])
    guard case .store(.failed(let failure))? = try refusal(of: edit, in: catalog) else {
      Issue.record("there was room")
      return
    }
    #expect(failure.code == 13, "SQLITE_FULL")
    #expect(try catalog.rows("SELECT title FROM packages") == ["Acknowledged"])
    try connection.execute("PRAGMA max_page_count = 1000000")
    try catalog.object(edit)
    #expect(try catalog.rows("SELECT count(*) FROM packages") == ["2"])
    #expect(try database.check() == [])
  }

  /// Why an edit is refused, whether by its own scope or with its group.
  private func refusal(of edit: CatalogEdit, in catalog: EditedCatalog) throws -> EditError? {
    do {
      return try catalog.refusal(of: edit)
    } catch let error as StoreError {
      return .store(error)
    }
  }

  @Test("the log is emptied at the end")
  func truncatesLog() throws {
    let folder = try TemporaryFolder()
    let database = try CatalogDatabase(path: folder.path("catalog.db"))
    let writer = try database.makeWriter()
    _ = try writer.createToken(name: "ann", role: .admin, at: 0)
    #expect(try fileBytes(folder.path("catalog.db-wal")) > 0)
    try writer.truncateLog()
    #expect(try fileBytes(folder.path("catalog.db-wal")) == 0)
  }

  private func fileBytes(_ path: String) throws -> Int {
    try Data(contentsOf: URL(filePath: path)).count
  }
}
