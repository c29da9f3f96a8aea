import CatalogGateway
import CatalogStore
import Dispatch
import Foundation
import Synchronization
import Testing

/// Two catalogs as files, the second with one grid more, to be served one after the other.
private struct ExchangedFiles {
  let served: String
  let catalog: EditableCatalog
  private let other: EditableCatalog

  init(at path: String) throws {
    served = path
    catalog = try EditableCatalog(path: path)
    other = try EditableCatalog()
    _ = try other.data(#"mutation { createGrid(input: {title: "New"}) { grid { id } } }"#)
  }

  /// Puts the second in the place of the first, as an operator does.
  func exchange() throws {
    try other.database.backup(to: served + ".new")
    #expect(rename(served + ".new", served) == 0)
  }
}

private let count = GraphQLRequest(query: Array("{ catalog { gridCount } grids { id } }".utf8))

private func text(_ response: GraphQLResponse) -> String {
  String(decoding: response.body, as: UTF8.self)
}

@Suite("Exchanging what is served")
struct ReloadingTests {
  @Test("a request that begins after the exchange is answered from the new file, by every session")
  func reopens() throws {
    try withDatabasePath { path in
      let files = try ExchangedFiles(at: path)
      let gateway = files.catalog.gateway
      let session = { try gateway.makeSession() }
      let (first, second) = (try session(), try session())
      let before = text(first.execute(count))
      #expect(before.hasPrefix(#"{"data":{"catalog":{"gridCount":3}"#))
      #expect(try gateway.reopenCatalog() == false)
      try files.exchange()
      #expect(text(first.execute(count)) == before)
      let reopened = Mutex(0)
      gateway.onReopening { reopened.withLock { $0 += 1 } }
      #expect(try gateway.reopenCatalog())
      #expect(reopened.withLock { $0 } == 1)
      for session in [first, second, try session()] {
        #expect(text(session.execute(count)).hasPrefix(#"{"data":{"catalog":{"gridCount":4}"#))
      }
    }
  }

  @Test("a mutation after it changes the new file, one before it the old one")
  func mutations() throws {
    try withDatabasePath { path in
      let files = try ExchangedFiles(at: path)
      let create = #"mutation { createGrid(input: {title: "T"}) { grid { id } } }"#
      #expect(try files.catalog.data(create) == #"{"createGrid":{"grid":{"id":"4"}}}"#)
      try files.exchange()
      #expect(try files.catalog.gateway.reopenCatalog())
      #expect(
        try files.catalog.data("{ grids(first: 1) { title } }") == #"{"grids":[{"title":"New"}]}"#)
      #expect(try files.catalog.data(create) == #"{"createGrid":{"grid":{"id":"5"}}}"#)
      files.catalog.gateway.finishMutations()
      #expect(try CatalogDatabase(path: path).makeReader().summary().gridCount == 5)
    }
  }

  @Test("who opens a connection between the exchange and the signal gets the new file")
  func betweenExchangeAndSignal() throws {
    try withDatabasePath { path in
      let files = try ExchangedFiles(at: path)
      let gateway = files.catalog.gateway
      let session = try gateway.makeSession()
      try files.exchange()
      let create = GraphQLRequest(
        query: Array(#"mutation { createGrid(input: {title: "T"}) { grid { id } } }"#.utf8))
      var asOperator = create
      asOperator.origin.credentials = .localOperator
      #expect(text(session.execute(asOperator)) == #"{"data":{"createGrid":{"grid":{"id":"5"}}}}"#)
      #expect(text(session.execute(count)).hasPrefix(#"{"data":{"catalog":{"gridCount":5}"#))
      #expect(try gateway.reopenCatalog() == false)
    }
  }

  @Test("what is no catalog is refused, and the old file is served on")
  func refusal() throws {
    try withDatabasePath { path in
      let files = try ExchangedFiles(at: path)
      let session = try files.catalog.gateway.makeSession()
      try Data("no catalog".utf8).write(to: URL(filePath: path), options: .atomic)
      #expect(throws: StoreError.self) { try files.catalog.gateway.reopenCatalog() }
      #expect(text(session.execute(count)).hasPrefix(#"{"data":{"catalog":{"gridCount":3}"#))
    }
  }

  @Test("while requests run without a break, each answer is whole, of the old file or the new one")
  func underLoad() throws {
    try withDatabasePath { path in
      let files = try ExchangedFiles(at: path)
      let gateway = files.catalog.gateway
      let answers = Mutex<Set<String>>([])
      let problems = Mutex<[String]>([])
      let isDone = Atomic(false)
      DispatchQueue.concurrentPerform(iterations: 4) { worker in
        do {
          if worker == 0 {
            defer { isDone.store(true, ordering: .relaxed) }
            for _ in 1...20 {
              try files.exchange()
              _ = try gateway.reopenCatalog()
            }
          } else {
            let session = try gateway.makeSession()
            while !isDone.load(ordering: .relaxed) {
              let answer = text(session.execute(count))
              answers.withLock { _ = $0.insert(answer) }
            }
          }
        } catch {
          problems.withLock { $0.append("\(error)") }
        }
      }
      #expect(problems.withLock { $0 } == [])
      let ids = answers.withLock { $0 }
      #expect(ids.count <= 2)
      #expect(ids.allSatisfy { $0.hasPrefix(#"{"data":{"catalog":{"gridCount":"#) })
      #expect(try gateway.catalog.check() == [])
    }
  }

  @Test("documents that are trusted no more are refused, and new ones executed")
  func trustedDocuments() throws {
    var policy = DocumentPolicy()
    policy.executesOnlyTrusted = true
    try policy.trusted.add(Array("{ __typename }".utf8), id: "a", name: "a")
    let gateway = try Gateway(catalog: .inMemory(), documents: policy) { Issue.record("\($0)") }
    let session = try gateway.makeSession()
    func post(_ id: String) throws -> String {
      text(session.execute(try GraphQLRequest(body: Array(#"{"documentId":"\#(id)"}"#.utf8))))
    }
    #expect(try post("a") == #"{"data":{"__typename":"Query"}}"#)
    var other = TrustedDocuments()
    try other.add(Array("{ b: __typename }".utf8), id: "b", name: "b")
    try gateway.trust(other)
    #expect(try post("b") == #"{"data":{"b":"Query"}}"#)
    #expect(try post("a").contains("PERSISTED_QUERY_NOT_FOUND"))
    var invalid = TrustedDocuments()
    try invalid.add(Array("{ nothing }".utf8), id: "c", name: "c")
    #expect(throws: TrustedDocumentError.self) { try gateway.trust(invalid) }
    #expect(try post("b") == #"{"data":{"b":"Query"}}"#)
  }
}
