import Testing

@Suite("The fields of Query")
struct QueryFieldTests {
  @Test("package: every field, as REST has it; null for what is empty there")
  func packageFields() throws {
    let query = """
      query($id: ID) { package(id: $id) { nodeId id title slug category { slug } gridCount
        lastUpdated lastFetched repoUrl pypiVersion created modified repoForks repoDescription
        pypiUrl pypiName documentationUrl repoWatchers commitsOver52 participants
        grids { slug } gridPackages { id } } }
      """
    let alpha = try SmallCatalog.data(query, variables: #"{"id": 1}"#)
    #expect(
      alpha == """
        {"package":{"nodeId":"UGFja2FnZTox","id":"1","title":"Alpha","slug":"alpha",\
        "category":{"slug":"apps"},"gridCount":2,\
        "lastUpdated":"2025-05-05T05:05:05.000005-04:00","lastFetched":"2025-06-01T00:00:00Z",\
        "repoUrl":"https://github.com/a/alpha","pypiVersion":"1.10",\
        "created":"2014-01-01T00:00:00Z","modified":"2014-01-02T00:00:00Z","repoForks":5,\
        "repoDescription":"The \\"first\\" form builder",\
        "pypiUrl":"https://pypi.org/project/alpha-pkg/","pypiName":"alpha-pkg",\
        "documentationUrl":"https://alpha.dev/","repoWatchers":50,"commitsOver52":[0,3,1],\
        "participants":["ann","böb"],"grids":[{"slug":"auth"},{"slug":"forms"}],\
        "gridPackages":[{"id":"14"},{"id":"11"}]}}
        """)
    let delta = try SmallCatalog.data(query, variables: #"{"id": "4"}"#)
    #expect(
      delta == """
        {"package":{"nodeId":"UGFja2FnZTo0","id":"4","title":"delta","slug":"delta",\
        "category":null,"gridCount":0,"lastUpdated":"2025-01-01T04:29:59Z","lastFetched":null,\
        "repoUrl":"https://github.com/d/d","pypiVersion":"1.9","created":"2014-04-01T00:00:00Z",\
        "modified":"2014-04-01T00:00:00Z","repoForks":5,"repoDescription":"100% _wild_",\
        "pypiUrl":null,"pypiName":null,"documentationUrl":null,"repoWatchers":50,\
        "commitsOver52":[],"participants":[],"grids":[],"gridPackages":[]}}
        """)
  }

  @Test("grid: every field, its packages in the origin's order")
  func gridFields() throws {
    let grid = try SmallCatalog.data(
      """
      { grid(slug: "forms") { nodeId id title slug description isLocked header created modified
        packages { slug } packageCount packagesConnection { totalCount nodes { slug } }
        features { title } gridPackages { id } } }
      """)
    #expect(
      grid == """
        {"grid":{"nodeId":"R3JpZDox","id":"1","title":"Forms","slug":"forms",\
        "description":"Form apps","isLocked":false,"header":true,\
        "created":"2012-01-01T00:00:00-05:00","modified":"2013-01-01T00:00:00-05:00",\
        "packages":[{"slug":"gamma"},{"slug":"alpha"},{"slug":"beta"}],"packageCount":3,\
        "packagesConnection":{"totalCount":3,"nodes":[{"slug":"gamma"},{"slug":"alpha"},\
        {"slug":"beta"}]},"features":[{"title":"Admin"},{"title":"Licence"}],\
        "gridPackages":[{"id":"13"},{"id":"11"},{"id":"12"}]}}
        """)
  }

  @Test("category and categories: every field, newest first")
  func categoryFields() throws {
    let data = try SmallCatalog.data(
      """
      { category(id: 1) { nodeId id title slug description titlePlural showPypi created modified
          packages { slug } packageCount packagesConnection(first: 1) { totalCount } }
        tools: category(slug: "tools") { packages(first: 1) { slug } }
        categories { slug titlePlural } }
      """)
    #expect(
      data == """
        {"category":{"nodeId":"Q2F0ZWdvcnk6MQ==","id":"1","title":"App","slug":"apps",\
        "description":"Small","titlePlural":"Apps","showPypi":true,\
        "created":"2010-08-14T12:03:11.482110-04:00","modified":"2021-09-19T23:01:02.077001-04:00",\
        "packages":[{"slug":"beta"},{"slug":"alpha"}],"packageCount":2,\
        "packagesConnection":{"totalCount":2}},"tools":{"packages":[{"slug":"epsilon"}]},\
        "categories":[{"slug":"tools","titlePlural":""},{"slug":"apps","titlePlural":"Apps"}]}
        """)
  }

  @Test("the cells of a grid, from each of their sides; of two in one cell the latest")
  func cells() throws {
    let data = try SmallCatalog.data(
      """
      { grid(id: 1) {
          features { nodeId id title description created modified grid { slug }
            elements { id text gridPackage { id } } }
          gridPackages { nodeId id created grid { id } package { slug }
            elements { nodeId id text created modified feature { id title } } } } }
      """)
    #expect(
      data == """
        {"grid":{"features":[{"nodeId":"RmVhdHVyZToyMQ==","id":"21","title":"Admin",\
        "description":"yes / no","created":"2016-01-01T00:00:00Z",\
        "modified":"2016-01-02T00:00:00Z","grid":{"slug":"forms"},\
        "elements":[{"id":"33","text":"","gridPackage":{"id":"12"}},\
        {"id":"32","text":"no","gridPackage":{"id":"11"}}]},\
        {"nodeId":"RmVhdHVyZToyMg==","id":"22","title":"Licence","description":"",\
        "created":"2016-01-01T00:00:00Z","modified":"2016-01-02T00:00:00Z",\
        "grid":{"slug":"forms"},"elements":[]}],\
        "gridPackages":[{"nodeId":"R3JpZFBhY2thZ2U6MTM=","id":"13",\
        "created":"2015-01-01T00:00:00Z","grid":{"id":"1"},"package":{"slug":"gamma"},\
        "elements":[]},{"nodeId":"R3JpZFBhY2thZ2U6MTE=","id":"11",\
        "created":"2015-01-01T00:00:00Z","grid":{"id":"1"},"package":{"slug":"alpha"},\
        "elements":[{"nodeId":"RWxlbWVudDozMg==","id":"32","text":"no",\
        "created":"2017-01-01T00:00:00Z","modified":"2017-01-02T00:00:00Z",\
        "feature":{"id":"21","title":"Admin"}}]},{"nodeId":"R3JpZFBhY2thZ2U6MTI=","id":"12",\
        "created":"2015-01-01T00:00:00Z","grid":{"id":"1"},"package":{"slug":"beta"},\
        "elements":[{"nodeId":"RWxlbWVudDozMw==","id":"33","text":"",\
        "created":"2017-01-01T00:00:00Z","modified":"2017-01-02T00:00:00Z",\
        "feature":{"id":"21","title":"Admin"}}]}]}}
        """)
  }

  @Test(
    "one record by a unique key, null if there is none",
    arguments: [
      ("package(id: 3) { slug }", #"{"slug":"gamma"}"#),
      ("package(id: \"3\") { slug }", #"{"slug":"gamma"}"#),
      ("package(slug: \"gamma\", id: null) { id }", #"{"id":"3"}"#),
      ("package(slug: \"Gamma\") { id }", "null"),
      ("package(repoUrl: \"https://gitlab.com/g/Gamma\") { id }", #"{"id":"3"}"#),
      ("package(repoUrl: \"\") { id }", "null"),
      ("package(id: 99) { id }", "null"),
      ("package(id: \"3x\") { id }", "null"),
      ("package(id: \"-3\") { id }", "null"),
      ("package(id: \"99999999999999999999\") { id }", "null"),
      ("grid(id: 2) { slug }", #"{"slug":"auth"}"#),
      ("grid(slug: \"none\") { slug }", "null"),
      ("category(id: 0) { slug }", "null"),
    ])
  func one(field: String, value: String) throws {
    let name = field.prefix { $0 != "(" }
    #expect(try SmallCatalog.data("{ \(field) }") == "{\"\(name)\":\(value)}")
  }

  @Test("lists: newest first, pages by first and offset")
  func lists() throws {
    #expect(
      try SmallCatalog.data(
        """
        { packages { id } some: packages(first: 2, offset: 1) { id } none: packages(first: 0) { id }
          past: packages(offset: 9) { id } grids { id } last: grids(first: 1, offset: 2) { id } }
        """) == """
          {"packages":[{"id":"5"},{"id":"4"},{"id":"3"},{"id":"2"},{"id":"1"}],\
          "some":[{"id":"4"},{"id":"3"}],"none":[],"past":[],\
          "grids":[{"id":"3"},{"id":"2"},{"id":"1"}],"last":[{"id":"1"}]}
          """)
  }

  @Test("lists of related records: filtered, ordered, a page per parent")
  func relatedLists() throws {
    #expect(
      try SmallCatalog.data(
        """
        { grids { id packages(first: 2, orderBy: {title: ASC}) { slug }
            popular: packages(filter: {repoWatchers: {gte: 50}}) { slug }
            second: packages(first: 1, offset: 1) { slug } }
          package(id: 1) { grids(orderBy: [{slug: DESC}]) { slug }
            locked: grids(filter: {isLocked: {eq: true}}) { slug } }
          category(id: 2) { packages(orderBy: {repoWatchers: DESC}) { slug } } }
        """) == """
          {"grids":[{"id":"3","packages":[],"popular":[],"second":[]},\
          {"id":"2","packages":[{"slug":"alpha"}],"popular":[{"slug":"alpha"}],"second":[]},\
          {"id":"1","packages":[{"slug":"alpha"},{"slug":"gamma"}],\
          "popular":[{"slug":"gamma"},{"slug":"alpha"}],"second":[{"slug":"alpha"}]}],\
          "package":{"grids":[{"slug":"forms"},{"slug":"auth"}],"locked":[]},\
          "category":{"packages":[{"slug":"gamma"},{"slug":"epsilon"}]}}
          """)
  }

  @Test("search: packages and grids, the more relevant first")
  func search() throws {
    #expect(
      try SmallCatalog.data(
        """
        { search(query: "form") { __typename ... on Node { nodeId } ... on Package { slug }
            ... on Grid { title packageCount } }
          packages: search(query: "FORM", types: [PACKAGE]) { ... on Package { id } }
          grids: search(query: "form", types: [GRID], first: 1) { ... on Grid { id } }
          rest: search(query: "form", offset: 3) { __typename }
          accent: search(query: "epsilon") { ... on Package { title } }
          none: search(query: "zzz") { __typename } empty: search(query: "\\"*-") { __typename } }
        """) == """
          {"search":[{"__typename":"Grid","nodeId":"R3JpZDox","title":"Forms","packageCount":3},\
          {"__typename":"Package","nodeId":"UGFja2FnZToy","slug":"beta"},\
          {"__typename":"Grid","nodeId":"R3JpZDoz","title":"Empty","packageCount":0},\
          {"__typename":"Package","nodeId":"UGFja2FnZTox","slug":"alpha"}],\
          "packages":[{"id":"2"},{"id":"1"}],"grids":[{"id":"1"}],\
          "rest":[{"__typename":"Package"}],"accent":[{"title":"Épsilon"}],"none":[],"empty":[]}
          """)
  }

  @Test("node and nodes: any type by its global id, in the order asked for, null for none")
  func nodes() throws {
    #expect(
      try SmallCatalog.data(
        """
        { node(nodeId: "RWxlbWVudDozMQ==") { __typename nodeId ... on Element { text } }
          none: node(nodeId: "nonsense") { nodeId }
          nodes(nodeIds: ["R3JpZDoy", "UGFja2FnZTox", "UGFja2FnZTo5OQ==", "R3JpZDox", "R3JpZDoy",
                          "Q2F0ZWdvcnk6MQ==", "RmVhdHVyZToyMQ==", "R3JpZFBhY2thZ2U6MTQ=", ""]) {
            __typename nodeId ... on Grid { slug } ... on Package { title }
            ... on GridPackage { package { slug } } } }
        """) == """
          {"node":{"__typename":"Element","nodeId":"RWxlbWVudDozMQ==","text":"yes"},"none":null,\
          "nodes":[{"__typename":"Grid","nodeId":"R3JpZDoy","slug":"auth"},\
          {"__typename":"Package","nodeId":"UGFja2FnZTox","title":"Alpha"},null,\
          {"__typename":"Grid","nodeId":"R3JpZDox","slug":"forms"},\
          {"__typename":"Grid","nodeId":"R3JpZDoy","slug":"auth"},\
          {"__typename":"Category","nodeId":"Q2F0ZWdvcnk6MQ=="},\
          {"__typename":"Feature","nodeId":"RmVhdHVyZToyMQ=="},\
          {"__typename":"GridPackage","nodeId":"R3JpZFBhY2thZ2U6MTQ=","package":{"slug":"alpha"}},\
          null]}
          """)
  }

  @Test("catalog: its counts and its revision")
  func catalog() throws {
    #expect(
      try SmallCatalog.data("{ catalog { packageCount gridCount categoryCount revision } }")
        == """
        {"catalog":{"packageCount":5,"gridCount":3,"categoryCount":2,"revision":1}}
        """)
    let empty = try SmallCatalog.gateway(over: "")
    #expect(
      try SmallCatalog.answer("{ catalog { packageCount revision modified } }", in: empty)
        == #"{"data":{"catalog":{"packageCount":0,"revision":0,"modified":null}}}"#)
  }
}
