/// The queries whose cost is followed over time, each for one thing that it stresses.
enum MeasuredQuery: String, CaseIterable {
  /// One record.
  case q1 = "Q1 one package, five scalars"
  /// The question that REST needs 268 requests for.
  case q2 = "Q2 package, its grids, their packages, their categories"
  /// A flat page with a to-one relation.
  case q3 = "Q3 100 packages with category"
  /// Fan-out: a to-many relation of a to-many relation.
  case q4 = "Q4 20 grids, their packages, the grids of each"
  /// No store at all, much text.
  case q5 = "Q5 introspection"
  /// What every request costs.
  case q6 = "Q6 __typename"
  /// Wide records.
  case q7 = "Q7 200 packages, every scalar"

  /// The query's text.
  var text: String {
    switch self {
    case .q1: "{ package(id: 2192) { id title slug repoUrl repoWatchers } }"
    case .q2:
      """
      {
        package(id: 2192) {
          title
          grids { title packages { title slug repoWatchers category { title } } }
        }
      }
      """
    case .q3:
      "{ packages(first: 100) { id title slug repoUrl repoWatchers category { title } } }"
    case .q4: "{ grids(first: 20) { title packages { title slug grids { title } } } }"
    case .q5: introspectionQuery
    case .q6: "{ __typename }"
    case .q7:
      """
      {
        packages(first: 200) {
          nodeId id title slug lastUpdated lastFetched repoUrl pypiVersion created modified
          repoForks repoDescription pypiUrl pypiName documentationUrl repoWatchers
          commitsOver52 participants
        }
      }
      """
    }
  }
}

/// Everything that introspection tells, as tools ask for it.
private let introspectionQuery = """
  query Introspection {
    __schema {
      description
      queryType { name kind }
      mutationType { name kind }
      subscriptionType { name kind }
      types { ...FullType }
      directives {
        name description isRepeatable locations
        args(includeDeprecated: true) { ...InputValue }
      }
    }
  }

  fragment FullType on __Type {
    kind name description specifiedByURL isOneOf
    fields(includeDeprecated: true) {
      name description
      args(includeDeprecated: true) { ...InputValue }
      type { ...TypeReference }
      isDeprecated deprecationReason
    }
    inputFields(includeDeprecated: true) { ...InputValue }
    interfaces { ...TypeReference }
    enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    possibleTypes { ...TypeReference }
  }

  fragment InputValue on __InputValue {
    name description
    type { ...TypeReference }
    defaultValue isDeprecated deprecationReason
  }

  fragment TypeReference on __Type {
    kind name
    ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
  }
  """
