import CatalogGateway
import Testing

@Suite("Several mutations in a request")
struct TransactionTests {
  private let revision = "{ catalog { revision packageCount } }"

  @Test("each is kept or undone by itself, and sees those before it")
  func eachAlone() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.answer(
        """
        mutation {
          a: createGrid(input: {title: "A"}) { change { revision } }
          b: createPackage(input: {title: "B", slug: "alpha"}) { change { revision } }
          c: createPackage(input: {title: "C", grids: [{slug: "a"}]}) {
            package { grids { slug packages { slug } } } change { revision } }
        }
        """) == """
          {"errors":[{"message":"A value is not allowed: slug is the slug of 1 already.",\
          "locations":[{"line":3,"column":3}],"path":["b"],"extensions":{"code":"BAD_USER_INPUT",\
          "fields":[{"path":["input","slug"],"message":"is the slug of 1 already"}]}}],\
          "data":{"a":{"change":{"revision":2}},"b":null,\
          "c":{"package":{"grids":[{"slug":"a","packages":[{"slug":"c"}]}]},"change":{"revision":3}}}}
          """)
    #expect(try catalog.data(revision) == #"{"catalog":{"revision":3,"packageCount":6}}"#)
  }

  @Test("with @transaction all are kept")
  func allKept() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.data(
        """
        mutation @transaction {
          a: createPackage(input: {title: "A"}) { change { revision } }
          b: updatePackage(input: {package: {slug: "a"}, title: "B", ifVersion: 1}) {
            package { title version } }
        }
        """) == #"{"a":{"change":{"revision":2}},"b":{"package":{"title":"B","version":2}}}"#)
    #expect(try catalog.data(revision) == #"{"catalog":{"revision":3,"packageCount":6}}"#)
  }

  @Test("or none, and each says so")
  func noneKept() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.answer(
        """
        mutation @transaction {
          a: createPackage(input: {title: "A"}) { change { revision } }
          b: deletePackage(input: {package: {id: 77}}) { deletedId }
          c: createPackage(input: {title: "C"}) { change { revision } }
        }
        """) == """
          {"errors":[\
          {"message":"Nothing of the transaction was kept, because \\"b\\" failed.",\
          "locations":[{"line":2,"column":3}],"path":["a"],"extensions":{"code":"CONFLICT"}},\
          {"message":"There is no package with id 77.","locations":[{"line":3,"column":3}],\
          "path":["b"],"extensions":{"code":"NOT_FOUND"}},\
          {"message":"Nothing of the transaction was kept, because \\"b\\" failed.",\
          "locations":[{"line":4,"column":3}],"path":["c"],"extensions":{"code":"CONFLICT"}}],\
          "data":{"a":null,"b":null,"c":null}}
          """)
    #expect(try catalog.data(revision) == #"{"catalog":{"revision":1,"packageCount":5}}"#)
  }

  @Test("a query cannot be a transaction")
  func query() throws {
    #expect(
      try EditableCatalog().codes("query @transaction { __typename }")
        == ["GRAPHQL_VALIDATION_FAILED"])
  }
}

@Suite("Dry runs")
struct DryRunTests {
  private let revision = "{ catalog { revision packageCount } }"

  @Test("show the payload and the change, and keep nothing")
  func keepsNothing() throws {
    let catalog = try EditableCatalog()
    let mutation = """
      createPackage(input: {title: "A", grids: [{slug: "auth"}], dryRun: true}) {
        package { id slug grids { packages { slug } } } change { revision action } }
      """
    for _ in 1...2 {
      #expect(
        try catalog.data("mutation { it: \(mutation) }") == """
          {"it":{"package":{"id":"6","slug":"a","grids":[{"packages":[{"slug":"alpha"},\
          {"slug":"a"}]}]},"change":{"revision":2,"action":"CREATE"}}}
          """)
      #expect(try catalog.data(revision) == #"{"catalog":{"revision":1,"packageCount":5}}"#)
    }
  }

  @Test("break rules like others")
  func brokenRules() throws {
    #expect(
      try EditableCatalog().codes(
        "mutation { createPackage(input: {title: \"\", dryRun: true}) { change { revision } } }")
        == ["BAD_USER_INPUT"])
  }

  @Test("leave the others of the request alone")
  func besideOthers() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.data(
        """
        mutation {
          a: createPackage(input: {title: "A", dryRun: true}) { change { revision } }
          b: createPackage(input: {title: "B"}) { change { revision } }
        }
        """) == #"{"a":{"change":{"revision":2}},"b":{"change":{"revision":2}}}"#)
    #expect(try catalog.data(revision) == #"{"catalog":{"revision":2,"packageCount":6}}"#)
  }

  @Test("of a transaction see each other, and must be all of it")
  func inTransaction() throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.data(
        """
        mutation @transaction {
          a: createPackage(input: {title: "A", dryRun: true}) { change { revision } }
          b: updatePackage(input: {package: {slug: "a"}, title: "B", dryRun: true}) {
            package { title } }
        }
        """) == #"{"a":{"change":{"revision":2}},"b":{"package":{"title":"B"}}}"#)
    #expect(
      try catalog.codes(
        """
        mutation @transaction {
          a: createPackage(input: {title: "A"}) { change { revision } }
          b: createPackage(input: {title: "B", dryRun: true}) { change { revision } }
        }
        """) == ["CONFLICT", "BAD_USER_INPUT"])
    #expect(try catalog.data(revision) == #"{"catalog":{"revision":1,"packageCount":5}}"#)
  }
}
