/// The texts whose cost is followed over time.
enum MeasuredText {
  /// A schema of about 370 KB: descriptions, arguments, defaults and directives as in the large
  /// public ones.
  static let largeSchema: [UInt8] = {
    var text = "type Query { node(id: ID!): Node thing0(number: Int!): Thing0 }\n"
    text += "interface Node { id: ID! }\ninterface Named { name: String! }\n"
    for index in 0..<290 { text += largeSchemaPart(index) }
    return Array(text.utf8)
  }()

  private static func largeSchemaPart(_ index: Int) -> String {
    """

    "The state that a thing of kind \(index) is in."
    enum ThingState\(index) {
      "Open to everyone."
      OPEN
      CLOSED @deprecated(reason: "Use `ARCHIVED`.")
      ARCHIVED
    }

    input Thing\(index)Filter {
      "Only those with all of these labels."
      labels: [String!]
      states: [ThingState\(index)!] = [OPEN, ARCHIVED]
      createdAfter: String
      within: Thing\(index)Filter
    }

    \"""
    A thing of kind \(index), as it is kept in the register.

    It belongs to a thing of the kind before, and lists those that belong to itself.
    \"""
    type Thing\(index) implements Node & Named {
      "Tells it from all others."
      id: ID!
      "What it is called; not unique."
      name: String!
      "What it is about, in Markdown."
      description(format: String = "markdown", maximumLength: Int): String
      state: ThingState\(index)!
      createdAt: String!
      isLocked: Boolean!
      weight(unit: String! = "kg"): Float @deprecated(reason: "Use `measures`.")
      measures: [Float!]!
      "The thing that it belongs to."
      owner: Thing\(max(index - 1, 0))
      "The things that belong to it, the newest first."
      parts(
        "Returns those after this one."
        after: String
        "Returns no more than this."
        first: Int = 20
        filter: Thing\(index)Filter = {states: [OPEN]}
      ): Thing\(index)Connection!
    }

    "A page of things of kind \(index)."
    type Thing\(index)Connection { items: [Thing\(index)!]! totalCount: Int! endCursor: String }

    """
  }

  /// The query that tools send to learn all of a schema.
  static let introspectionQuery = Array(
    """
    query Introspection {
      __schema {
        queryType { name kind }
        mutationType { name kind }
        subscriptionType { name kind }
        types { ...WholeType }
        directives {
          name
          description
          locations
          args { ...Input }
        }
      }
    }

    fragment WholeType on __Type {
      kind
      name
      description
      fields(includeDeprecated: true) {
        name
        description
        args { ...Input }
        type { ...Wrapped }
        isDeprecated
        deprecationReason
      }
      inputFields { ...Input }
      interfaces { ...Wrapped }
      enumValues(includeDeprecated: true) {
        name
        description
        isDeprecated
        deprecationReason
      }
      possibleTypes { ...Wrapped }
    }

    fragment Input on __InputValue {
      name
      description
      type { ...Wrapped }
      defaultValue
    }

    fragment Wrapped on __Type {
      kind
      name
      ofType {
        kind
        name
        ofType {
          kind
          name
          ofType {
            kind
            name
            ofType {
              kind
              name
              ofType {
                kind
                name
                ofType {
                  kind
                  name
                  ofType { kind name ofType { kind name ofType { kind name } } }
                }
              }
            }
          }
        }
      }
    }
    """.utf8)

  /// A query of about 10 KB over the catalog's schema, whose fragments are spread many times.
  static let fragmentedQuery: [UInt8] = {
    var text = "query Report($first: Int = 10, $all: Boolean!) {\n"
    for index in 0..<48 {
      text += """
          p\(index): package(id: "\(1000 + index)") {
            ...PackageHead
            category { ...CategoryHead ... @include(if: $all) { titlePlural } }
            grids(first: $first) { ...GridHead packages(first: 3) { ...PackageHead } }
          }

        """
    }
    return Array((text + "}\n" + fragments).utf8)
  }()

  private static let fragments = """
    fragment PackageHead on Package { ...NodeHead title slug repoUrl ...PackageNumbers }
    fragment PackageNumbers on Package { repoWatchers repoForks commitsOver52 ...PackageTimes }
    fragment PackageTimes on Package { created modified lastUpdated lastFetched }
    fragment GridHead on Grid { ...NodeHead title slug isLocked ...GridFeatures }
    fragment GridFeatures on Grid {
      features { id title }
      packages(first: 3) { ...PackageNumbers }
    }
    fragment CategoryHead on Category { ...NodeHead title slug showPypi created modified }
    fragment NodeHead on Node { nodeId }
    """
}
