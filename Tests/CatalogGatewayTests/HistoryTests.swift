import CatalogGateway
import Testing

@Suite("Versions")
struct VersionTests {
  private func update(_ title: String, version: Int) -> String {
    """
    mutation { updatePackage(input: {package: {id: 1}, title: "\(title)", ifVersion: \(version)}) {
      package { title version } } }
    """
  }

  @Test("of two who have seen the same version, the second is told the new one")
  func conflict() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.data(update("Ann's", version: 1))
        == #"{"updatePackage":{"package":{"title":"Ann's","version":2}}}"#)
    #expect(
      try catalog.answer(update("Bob's", version: 1)) == """
        {"errors":[{"message":"The object has changed: it is at version 2, not 1.",\
        "locations":[{"line":1,"column":12}],"path":["updatePackage"],\
        "extensions":{"code":"CONFLICT","version":2}}],"data":{"updatePackage":null}}
        """)
    #expect(
      try catalog.data("{ package(id: 1) { title version } }")
        == #"{"package":{"title":"Ann's","version":2}}"#)
  }

  @Test("deletions look at them as well")
  func deletion() throws {
    let catalog = try EditableCatalog()
    _ = try catalog.data(update("A", version: 1))
    #expect(
      try catalog.codes(
        "mutation { deletePackage(input: {package: {id: 1}, ifVersion: 1}) { deletedId } }")
        == ["CONFLICT"])
  }
}

@Suite("History")
struct HistoryTests {
  private func edited() throws -> EditableCatalog {
    let catalog = try EditableCatalog()
    _ = try catalog.data(
      """
      mutation {
        a: createPackage(input: {title: "A"}) { change { revision } }
        b: updatePackage(input: {package: {slug: "a"}, title: "B"}) { change { revision } }
        c: addPackageToGrid(input: {grid: {slug: "auth"}, package: {slug: "a"}}) { change { revision } }
        d: updateCategory(input: {category: {id: 2}, title: "T"}) { change { revision } }
        e: deletePackage(input: {package: {slug: "a"}}) { change { revision } }
      }
      """, as: catalog.credentials(.admin, name: "ann"))
    return catalog
  }

  @Test("has every change, the oldest first, an import as one of them")
  func changes() throws {
    #expect(
      try edited().data(
        """
        { changes(first: 2) { revision time actor action subjectType subjectId summary
            subject { __typename nodeId } } }
        """) == """
          {"changes":[{"revision":1,"time":TIME,"actor":null,"action":"IMPORT","subjectType":null,\
          "subjectId":null,"summary":"2 categories added, 3 grids added, 5 packages added, \
          4 grid_packages added, 3 features added, 4 elements added, 4 memberships added","subject":null},\
          {"revision":2,"time":TIME,"actor":"ann","action":"CREATE","subjectType":"Package",\
          "subjectId":"6","summary":null,"subject":null}]}
          """)
  }

  @Test("goes on after a revision, so many at a time")
  func pages() throws {
    #expect(
      try edited().data("{ changes(since: 3, first: 2) { revision } }")
        == #"{"changes":[{"revision":4},{"revision":5}]}"#)
    #expect(try edited().data("{ changes(since: 6) { revision } }") == #"{"changes":[]}"#)
    #expect(try edited().codes("{ changes(since: -1) { revision } }") == ["BAD_USER_INPUT"])
    #expect(try edited().codes("{ changes(first: -1) { revision } }") == ["BAD_USER_INPUT"])
  }

  @Test("of an object is the newest first")
  func ofObjects() throws {
    #expect(
      try edited().data(
        """
        { grid(slug: "auth") { history(since: 1) { revision action subjectType } }
          category(id: 2) { history(first: 1) { revision fields { name before after } } } }
        """) == """
          {"grid":{"history":[{"revision":6,"action":"DELETE","subjectType":"Package"},\
          {"revision":4,"action":"CREATE","subjectType":"GridPackage"}]},\
          "category":{"history":[{"revision":5,"fields":[\
          {"name":"title","before":"\\"Tool\\"","after":"\\"T\\""}]}]}}
          """)
  }

  @Test("asks the store once for all objects of a layer")
  func lookups() throws {
    let response = try edited().respond("{ grids { history { revision } } }", stats: true)
    #expect(String(decoding: response.body, as: UTF8.self).contains("\"lookups\":2,"))
  }

  @Test("a change can be reverted while nothing newer touched the same")
  func revert() throws {
    let catalog = try edited()
    #expect(
      try catalog.data(
        "mutation { revertChange(input: {revision: 5}) { change { revision action } } }")
        == #"{"revertChange":{"change":{"revision":7,"action":"REVERT"}}}"#)
    #expect(
      try catalog.data("{ category(id: 2) { title version } }")
        == #"{"category":{"title":"Tool","version":3}}"#)
    #expect(
      try catalog.codes("mutation { revertChange(input: {revision: 5}) { change { revision } } }")
        == ["CONFLICT"])
    #expect(
      try catalog.codes("mutation { revertChange(input: {revision: 1}) { change { revision } } }")
        == ["BAD_USER_INPUT"])
  }

  @Test("a deletion can be reverted, and the object is what it was")
  func revertDeletion() throws {
    let catalog = try EditableCatalog()
    let query = """
      { package(id: 1) { title grids { slug } participants gridPackages { id elements { id text } } } }
      """
    let before = try catalog.data(query)
    _ = try catalog.data("mutation { deletePackage(input: {package: {id: 1}}) { deletedId } }")
    _ = try catalog.data("mutation { revertChange(input: {revision: 2}) { change { revision } } }")
    #expect(try catalog.data(query) == before)
  }
}
