import CatalogGateway
import Testing

@Suite("Rules for edits")
struct EditRuleTests {
  @Test(
    "all that are broken are told at once, each with its path",
    arguments: [
      (
        """
        createPackage(input: {title: "", slug: "no slug", repoUrl: "ftp://x", repoWatchers: -1,
          category: {slug: "none"}, grids: [{id: 1}, {id: 77}]}) { package { id } }
        """,
        [
          "input.title", "input.slug", "input.category", "input.grids.1", "input.repoUrl",
          "input.repoWatchers",
        ]
      ),
      (
        "createPackage(input: {title: \"X\", slug: \"alpha\", repoUrl: \"https://github.com/e/e\"}) { change { revision } }",
        ["input.slug", "input.repoUrl"]
      ),
      (
        "updatePackage(input: {package: {id: 1}, title: null, repoForks: null}) { change { revision } }",
        ["input.title", "input.repoForks"]
      ),
      (
        "upsertPackages(input: {packages: [{title: \"Fine\"}, {slug: \"unknown\"}]}) { created }",
        ["input.packages.1.title"]
      ),
      (
        "createGrid(input: {title: \"X\", packages: [{slug: \"none\"}]}) { change { revision } }",
        ["input.packages.0"]
      ),
      (
        "addPackageToGrid(input: {grid: {slug: \"forms\"}, package: {slug: \"alpha\"}}) { change { revision } }",
        ["input.package"]
      ),
      (
        "setElement(input: {grid: {id: 1}, package: {id: 1}, feature: 23, text: \"\"}) { change { revision } }",
        ["input.feature"]
      ),
      (
        "updateFeature(input: {id: \"no number\", title: \"X\"}) { change { revision } }",
        ["input.id"]
      ),
      (
        "updatePackage(input: {package: {id: \"-1\"}, title: \"X\"}) { change { revision } }",
        ["input.package.id"]
      ),
    ])
  func brokenRules(mutation: String, paths: [String]) throws {
    let catalog = try EditableCatalog()
    let error = try #require(try catalog.errors("mutation { \(mutation) }").first)
    #expect(error["extensions"]?["code"] == .string("BAD_USER_INPUT"))
    guard case .array(let fields)? = error["extensions"]?["fields"] else {
      Issue.record("There are no fields in \(error)")
      return
    }
    let found = fields.map { field -> String in
      guard case .array(let parts)? = field["path"] else { return "" }
      return parts.map { part in
        switch part {
        case .string(let name): name
        case .int(let index): "\(index)"
        default: "?"
        }
      }.joined(separator: ".")
    }
    #expect(found.sorted() == paths.sorted())
    #expect(fields.allSatisfy { if case .string? = $0["message"] { true } else { false } })
    #expect(
      try catalog.data("{ catalog { packageCount gridCount revision } }")
        == #"{"catalog":{"packageCount":5,"gridCount":3,"revision":1}}"#)
  }

  @Test(
    "an edited object that is not there is NOT_FOUND",
    arguments: [
      "updatePackage(input: {package: {slug: \"none\"}, title: \"X\"}) { change { revision } }",
      "deletePackage(input: {package: {id: 77}}) { deletedId }",
      "updateGrid(input: {grid: {id: 77}}) { change { revision } }",
      "deleteGrid(input: {grid: {slug: \"Forms\"}}) { deletedId }",
      "updateCategory(input: {category: {id: 77}}) { change { revision } }",
      "deleteCategory(input: {category: {id: 77}}) { deletedId }",
      "updateFeature(input: {id: 77}) { change { revision } }",
      "deleteFeature(input: {id: 77}) { deletedId }",
      "removePackageFromGrid(input: {grid: {id: 1}, package: {id: 5}}) { deletedId }",
      "revertChange(input: {revision: 77}) { change { revision } }",
    ])
  func notFound(mutation: String) throws {
    let error = try #require(try EditableCatalog().errors("mutation { \(mutation) }").first)
    #expect(error["extensions"]?["code"] == .string("NOT_FOUND"))
  }

  @Test("a category in use cannot be deleted: CONFLICT says how many packages it has")
  func categoryInUse() throws {
    #expect(
      try EditableCatalog().answer(
        "mutation { deleteCategory(input: {category: {id: 1}}) { deletedId } }")
          == """
          {"errors":[{"message":"The category still has 2 packages.",\
          "locations":[{"line":1,"column":12}],"path":["deleteCategory"],\
          "extensions":{"code":"CONFLICT","packages":2}}],"data":{"deleteCategory":null}}
          """)
  }

  @Test(
    "no text is more than a text",
    arguments: [
      "'; DROP TABLE packages; --", "\\\" OR 1=1", "{{7*7}}", "\\u0001\\u001F", "%s%n",
      "<script>alert(1)</script>", "\\uD83D\\uDE00",
    ])
  func injection(text: String) throws {
    let catalog = try EditableCatalog()
    let variables = "{\"t\": \"\(text)\"}"
    let answer = try catalog.data(
      """
      mutation($t: String!) {
        updatePackage(input: {package: {id: 1}, repoDescription: $t}) {
          package { repoDescription } } }
      """, variables: variables)
    let stored = try catalog.data("{ package(id: 1) { repoDescription } }")
    #expect(answer == "{\"updatePackage\":\(stored)}")
    #expect(
      try catalog.data(
        "query($t: String!) { packages(filter: {repoDescription: {eq: $t}}) { id } }",
        variables: variables) == #"{"packages":[{"id":"1"}]}"#)
    #expect(
      try catalog.errors(
        "mutation($t: String!) { updatePackage(input: {package: {slug: $t}}) { package { id } } }",
        variables: variables
      ).first?["extensions"]?["code"] == .string("NOT_FOUND"))
  }
}
