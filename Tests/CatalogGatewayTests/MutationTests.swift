import CatalogGateway
import CatalogStore
import Testing

/// A mutation, what it answers, and what the catalog then says.
struct MutationCase: Sendable, CustomTestStringConvertible {
  /// The mutation's field, with its arguments and selections.
  let mutation: String
  /// The value of the field in the answer.
  let payload: String
  /// A query after it.
  var query = "{ __typename }"
  /// The data that the query then gives.
  var data = #"{"__typename":"Query"}"#

  var testDescription: String { String(mutation.prefix { $0 != "{" }) }
}

@Suite("Mutations")
struct MutationTests {
  @Test("do what they say and answer with the object and the change", arguments: cases)
  func mutate(example: MutationCase) throws {
    let catalog = try EditableCatalog()
    #expect(
      try catalog.data("mutation { it: \(example.mutation) }") == "{\"it\":\(example.payload)}")
    #expect(try catalog.data(example.query) == example.data)
  }

  private static let change = "change { revision action subjectType fields { name before after } }"

  private static let cases = [
    MutationCase(
      mutation: """
        createPackage(input: {title: "Zeta Forms", category: {slug: "apps"},
          grids: [{slug: "auth"}, {id: 1}], repoUrl: "https://github.com/z/z", repoWatchers: 3,
          participants: ["ann", "bob"], commitsOver52: [1, 2], clientMutationId: "c1"}) {
          package { id slug version category { title } grids { slug } participants commitsOver52 }
          change { revision actor action subjectType subjectId subject { nodeId } summary }
          clientMutationId
        }
        """,
      payload: """
        {"package":{"id":"6","slug":"zeta-forms","version":1,"category":{"title":"App"},\
        "grids":[{"slug":"auth"},{"slug":"forms"}],"participants":["ann","bob"],\
        "commitsOver52":[1,2]},"change":{"revision":2,"actor":null,"action":"CREATE",\
        "subjectType":"Package","subjectId":"6","subject":{"nodeId":"UGFja2FnZTo2"},\
        "summary":null},"clientMutationId":"c1"}
        """,
      query: """
        { grid(slug: "auth") { packages { slug } } search(query: "zeta") { ... on Package { slug } }
          catalog { packageCount revision } }
        """,
      data: """
        {"grid":{"packages":[{"slug":"alpha"},{"slug":"zeta-forms"}]},\
        "search":[{"slug":"zeta-forms"}],"catalog":{"packageCount":6,"revision":2}}
        """),
    MutationCase(
      mutation: """
        updatePackage(input: {package: {slug: "alpha"}, title: "Alpha 2", repoUrl: null}) {
          package { title repoUrl repoWatchers version } \(change) }
        """,
      payload: """
        {"package":{"title":"Alpha 2","repoUrl":null,"repoWatchers":50,"version":2},\
        "change":{"revision":2,"action":"UPDATE","subjectType":"Package","fields":[\
        {"name":"title","before":"\\"Alpha\\"","after":"\\"Alpha 2\\""},\
        {"name":"repoUrl","before":"\\"https://github.com/a/alpha\\"","after":"\\"\\""}]}}
        """),
    MutationCase(
      mutation: """
        updatePackage(input: {package: {id: 1}, title: "Alpha"}) { package { version } change { revision } }
        """,
      payload: #"{"package":{"version":1},"change":null}"#),
    MutationCase(
      mutation:
        "deletePackage(input: {package: {id: 1}, ifVersion: 1}) { deletedId change { action } }",
      payload: #"{"deletedId":"1","change":{"action":"DELETE"}}"#,
      query: """
        { package(id: 1) { id } grid(slug: "forms") { packages { slug } }
          node(nodeId: "R3JpZFBhY2thZ2U6MTE=") { nodeId } }
        """,
      data: #"{"package":null,"grid":{"packages":[{"slug":"gamma"},{"slug":"beta"}]},"node":null}"#),
    MutationCase(
      mutation: """
        upsertPackages(input: {packages: [{slug: "beta", title: "beta"}, {title: "New one"},
          {slug: "gamma", repoWatchers: 201}]}) {
          packages { slug version } created updated unchanged changes { revision action subjectId } }
        """,
      payload: """
        {"packages":[{"slug":"beta","version":1},{"slug":"new-one","version":1},\
        {"slug":"gamma","version":2}],"created":1,"updated":1,"unchanged":1,"changes":[\
        {"revision":2,"action":"CREATE","subjectId":"6"},\
        {"revision":3,"action":"UPDATE","subjectId":"3"}]}
        """),
    MutationCase(
      mutation: """
        createGrid(input: {title: "New", header: true, packages: [{slug: "beta"}, {slug: "alpha"}]}) {
          grid { id slug header isLocked packages { slug } version } change { action subjectType } }
        """,
      payload: """
        {"grid":{"id":"4","slug":"new","header":true,"isLocked":false,"packages":[{"slug":"beta"},\
        {"slug":"alpha"}],"version":1},"change":{"action":"CREATE","subjectType":"Grid"}}
        """),
    MutationCase(
      mutation: """
        updateGrid(input: {grid: {slug: "forms"}, packages: [{id: 1}, {id: 2}, {id: 3}]}) {
          grid { packages { id } version } }
        """,
      payload: #"{"grid":{"packages":[{"id":"1"},{"id":"2"},{"id":"3"}],"version":2}}"#),
    MutationCase(
      mutation: "deleteGrid(input: {grid: {slug: \"forms\"}}) { deletedId }",
      payload: #"{"deletedId":"1"}"#,
      query: "{ grids { slug } package(id: 1) { grids { slug } } }",
      data: #"{"grids":[{"slug":"empty"},{"slug":"auth"}],"package":{"grids":[{"slug":"auth"}]}}"#),
    MutationCase(
      mutation: """
        upsertGrids(input: {grids: [{slug: "auth", description: "Who"}, {title: "Other"}]}) {
          grids { slug description } created updated unchanged }
        """,
      payload: """
        {"grids":[{"slug":"auth","description":"Who"},{"slug":"other","description":""}],\
        "created":1,"updated":1,"unchanged":0}
        """),
    MutationCase(
      mutation: """
        createCategory(input: {title: "Framework", titlePlural: "Frameworks", showPypi: true}) {
          category { id slug titlePlural showPypi version } }
        """,
      payload: """
        {"category":{"id":"10","slug":"framework","titlePlural":"Frameworks","showPypi":true,\
        "version":1}}
        """),
    MutationCase(
      mutation: """
        updateCategory(input: {category: {id: 2}, slug: "tooling", description: null}) {
          category { slug description version } }
        """,
      payload: #"{"category":{"slug":"tooling","description":"","version":2}}"#),
    MutationCase(
      mutation: """
        upsertCategories(input: {categories: [{slug: "tools", title: "Tool"}]}) {
          categories { id } created updated unchanged changes { revision } }
        """,
      payload: """
        {"categories":[{"id":"2"}],"created":0,"updated":0,"unchanged":1,"changes":[]}
        """),
    MutationCase(
      mutation: """
        addPackageToGrid(input: {grid: {slug: "forms"}, package: {slug: "delta"}}) {
          gridPackage { id grid { slug } package { slug } elements { id } } change { action subjectType } }
        """,
      payload: """
        {"gridPackage":{"id":"15","grid":{"slug":"forms"},"package":{"slug":"delta"},"elements":[]},\
        "change":{"action":"CREATE","subjectType":"GridPackage"}}
        """,
      query:
        "{ grid(slug: \"forms\") { packages { slug } version } package(slug: \"delta\") { version } }",
      data: """
        {"grid":{"packages":[{"slug":"gamma"},{"slug":"alpha"},{"slug":"beta"},{"slug":"delta"}],\
        "version":2},"package":{"version":2}}
        """),
    MutationCase(
      mutation: """
        removePackageFromGrid(input: {grid: {slug: "forms"}, package: {slug: "alpha"}}) {
          deletedId change { action subjectType subject { nodeId } } }
        """,
      payload: """
        {"deletedId":"11","change":{"action":"DELETE","subjectType":"GridPackage","subject":null}}
        """),
    MutationCase(
      mutation: """
        createFeature(input: {grid: {slug: "auth"}, title: "SAML"}) {
          feature { id title description grid { slug } version } }
        """,
      payload: """
        {"feature":{"id":"24","title":"SAML","description":"","grid":{"slug":"auth"},"version":1}}
        """),
    MutationCase(
      mutation: """
        updateFeature(input: {id: 22, description: "Which one", ifVersion: 1}) {
          feature { title description version } }
        """,
      payload: #"{"feature":{"title":"Licence","description":"Which one","version":2}}"#),
    MutationCase(
      mutation: "deleteFeature(input: {id: 21}) { deletedId }",
      payload: #"{"deletedId":"21"}"#,
      query: "{ grid(id: 1) { features { title } gridPackages { elements { id } } } }",
      data: """
        {"grid":{"features":[{"title":"Licence"}],\
        "gridPackages":[{"elements":[]},{"elements":[]},{"elements":[]}]}}
        """),
    MutationCase(
      mutation: """
        setElement(input: {grid: {id: 1}, package: {slug: "alpha"}, feature: 21, text: "maybe"}) {
          element { id text version feature { title } } \(change) }
        """,
      payload: """
        {"element":{"id":"32","text":"maybe","version":2,"feature":{"title":"Admin"}},\
        "change":{"revision":2,"action":"UPDATE","subjectType":"Element",\
        "fields":[{"name":"text","before":"\\"no\\"","after":"\\"maybe\\""}]}}
        """),
    MutationCase(
      mutation: """
        setElement(input: {grid: {id: 1}, package: {slug: "gamma"}, feature: 22, text: "MIT"}) {
          element { id text version } change { action } }
        """,
      payload: #"{"element":{"id":"35","text":"MIT","version":1},"change":{"action":"CREATE"}}"#),
  ]
}
