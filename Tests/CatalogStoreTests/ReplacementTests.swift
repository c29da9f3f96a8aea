import SQLite
import Testing

@testable import CatalogStore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Puts a file in the place of another, as `mv` does.
private func move(_ path: String, to other: String) {
  #expect(rename(path, other) == 0)
}

@Suite("A catalog's file that is exchanged while it is open")
struct ReplacementTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func makeCatalog(_ name: String, packages: Int...) throws -> CatalogDatabase {
    let database = try CatalogDatabase(path: folder.path(name))
    try database.importTexts(
      CatalogLines.category(1) + packages.map { CatalogLines.package($0) }.joined())
    return database
  }

  private func packageCount(_ reader: CatalogReader) throws -> Int64 {
    try reader.summary().packageCount
  }

  /// Puts a catalog with packages 1 to 3 in the place of `catalog.db`.
  private func putNewFile() throws {
    try makeCatalog("other.db", packages: 1, 2, 3).backup(to: folder.path("new.db"))
    move(folder.path("new.db"), to: folder.path("catalog.db"))
  }

  @Test("as long as it is the same, there is no other")
  func same() throws {
    let database = try makeCatalog("catalog.db", packages: 1)
    #expect(try database.replacement() == nil)
    #expect(try CatalogDatabase.inMemory().replacement() == nil)
  }

  @Test("the old one is read and written to the end, and its log is not taken for the new one's")
  func exchange() throws {
    let old = try makeCatalog("catalog.db", packages: 1)
    let reader = try old.makeReader()
    let writer = try old.makeWriter()
    // In the log only.
    _ = try writer.createToken(name: "ann", role: .editor, at: 0)
    try putNewFile()

    let new = try #require(try old.replacement())
    let newReader = try new.makeReader()
    #expect(try packageCount(newReader) == 3)
    #expect(try newReader.tokens() == [])
    #expect(try packageCount(reader) == 1)
    _ = try writer.createToken(name: "bob", role: .editor, at: 0)
    #expect(try reader.tokens().map(\.name) == ["ann", "bob"])
    #expect(try new.check() == [])
    #expect(try new.replacement() == nil)
  }

  @Test("when the old one is closed, the new one's log stays where others find it")
  func closing() throws {
    let new: CatalogDatabase
    let newWriter: CatalogWriter
    do {
      let old = try makeCatalog("catalog.db", packages: 1)
      let reader = try old.makeReader()
      let writer = try old.makeWriter()
      _ = try writer.createToken(name: "ann", role: .editor, at: 0)
      try putNewFile()
      new = try #require(try old.replacement())
      newWriter = try new.makeWriter()
      _ = try newWriter.createToken(name: "carl", role: .editor, at: 0)
      try writer.truncateLog()
      #expect(try packageCount(reader) == 1)
    }
    _ = try newWriter.createToken(name: "dora", role: .editor, at: 0)
    let other = try CatalogDatabase(path: folder.path("catalog.db"), creates: false)
    #expect(try other.makeReader().tokens().map(\.name) == ["carl", "dora"])
    #expect(try other.check() == [])
  }

  @Test("until it is asked for the new one, the old one opens no more connections")
  func refusesConnections() throws {
    let old = try makeCatalog("catalog.db", packages: 1)
    let reader = try old.makeReader()
    try putNewFile()
    #expect(throws: StoreError.replaced) { try old.makeReader() }
    #expect(throws: StoreError.replaced) { try old.makeWriter() }
    #expect(try packageCount(reader) == 1)
  }

  @Test("what is no catalog is refused, and the old one is read on", arguments: ["", "SQLite"])
  func refusals(text: String) throws {
    let old = try makeCatalog("catalog.db", packages: 1)
    let reader = try old.makeReader()
    try folder.write("new.db", Array(text.utf8))
    move(folder.path("new.db"), to: folder.path("catalog.db"))
    #expect(throws: StoreError.self) { try old.replacement() }
    #expect(try packageCount(reader) == 1)
    try putNewFile()
    #expect(try old.replacement()?.makeReader().summary().packageCount == 3)
  }

  @Test("a file that is gone, or of a newer version, is told")
  func otherRefusals() throws {
    let old = try makeCatalog("catalog.db", packages: 1)
    _ = try old.makeReader()
    move(folder.path("catalog.db"), to: folder.path("away.db"))
    #expect {
      try old.replacement()
    } throws: { error in
      if case StoreError.cannotOpen = error { true } else { false }
    }
    let newer = try makeCatalog("newer.db", packages: 1)
    try newer.connect(.readWrite).execute("PRAGMA user_version = 99")
    try newer.makeWriter().truncateLog()
    move(folder.path("newer.db"), to: folder.path("catalog.db"))
    #expect(throws: StoreError.newerVersion(99, known: Migrations.steps.count)) {
      try old.replacement()
    }
  }

  @Test("a symbolic link that leads elsewhere leaves both files their logs")
  func symbolicLink() throws {
    let first = try makeCatalog("1.db", packages: 1)
    let second = try makeCatalog("2.db", packages: 1, 2)
    let secondWriter = try second.makeWriter()
    _ = try secondWriter.createToken(name: "ann", role: .editor, at: 0)
    #expect(symlink("1.db", folder.path("catalog.db")) == 0)
    let old = try CatalogDatabase(path: folder.path("catalog.db"), creates: false)
    let reader = try old.makeReader()
    #expect(symlink("2.db", folder.path("link")) == 0)
    move(folder.path("link"), to: folder.path("catalog.db"))
    let new = try #require(try old.replacement())
    #expect(try new.makeReader().tokens().map(\.name) == ["ann"])
    #expect(try packageCount(new.makeReader()) == 2)
    #expect(try packageCount(reader) == 1)
    #expect(try first.check() == [])
  }
}
