/// The queries whose cost is followed over time, each for one thing that it stresses.
public enum MeasuredQuery: String, CaseIterable, Sendable {
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
  case q7 = "Q7 200 packages, every field"
  /// Long lists of numbers.
  case q8 = "Q8 200 lists of 52 numbers"

  /// What the query is called in tables.
  public var name: String { String(rawValue.prefix(2)) }

  /// The body of a request; `package` is the id of what Q1 and Q2 ask for.
  public func body(package: Int64) -> [UInt8] {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
    return Array(
      #"{"query":"\#(words.joined(separator: " "))","variables":{"id":"\#(package)"}}"#.utf8)
  }

  /// The query's text; that of Q1 and Q2 has the variable `id`.
  public var text: String {
    switch self {
    case .q1: "query($id: ID!) { package(id: $id) { id title slug repoUrl repoWatchers } }"
    case .q2:
      """
      query($id: ID!) {
        package(id: $id) {
          title
          grids { title packages { title slug repoWatchers category { title } } }
        }
      }
      """
    case .q3:
      """
      {
        packages(first: 100, orderBy: [{id: ASC}]) {
          id title slug repoUrl repoWatchers category { title }
        }
      }
      """
    case .q4:
      """
      {
        grids(first: 20, orderBy: [{id: ASC}]) { title packages { title slug grids { title } } }
      }
      """
    case .q5: introspectionQuery
    case .q6: "{ __typename }"
    case .q7:
      """
      {
        packages(first: 200, orderBy: [{id: ASC}]) {
          id title slug repoUrl repoWatchers repoForks pypiVersion repoDescription commitsOver52
          participants category { id title slug }
        }
      }
      """
    case .q8: "{ packages(first: 200, orderBy: [{id: ASC}]) { slug commitsOver52 } }"
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
