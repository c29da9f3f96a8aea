import JSON

/// What REST v4 has lists and objects of.
public enum RESTResource: String, Sendable, Hashable, CaseIterable {
  case packages
  case grids
  case categories

  /// One of its objects, as the fixed queries name the question for it.
  var singular: String {
    switch self {
    case .packages: "package"
    case .grids: "grid"
    case .categories: "category"
    }
  }
}

/// How an object is looked up.
public enum RESTKey: Sendable, Hashable {
  /// By id, in decimal digits.
  case id(Int64)
  /// By slug; case matters. Categories have no such lookup.
  case slug(String)
}

/// How the links of an answer are made: `base`, the resource, a slash, the id, `suffix`.
public struct RESTLinks: Sendable, Hashable {
  /// Where the API begins, with a slash at its end: `https://djangopackages.org/api/v4/`.
  public var base: String
  /// What stands behind the id: `/`, and the format if the request names one.
  public var suffix: String

  /// Makes links of two parts that need no percent-encoding.
  public init(base: String, suffix: String) {
    self.base = base
    self.suffix = suffix
  }
}

/// A page of a list, and the links to its neighbours.
public struct RESTPage: Sendable, Hashable {
  /// How many objects at the most; there is no maximum.
  public var limit: Int32
  /// How many objects to leave out before them.
  public var offset: Int32
  /// The next page, in case there is one; whether there is, only the catalog knows.
  public var next: String
  /// The previous page; nil if there is none.
  public var previous: String?

  /// Makes a page of its parts.
  public init(limit: Int32, offset: Int32, next: String, previous: String?) {
    self.limit = limit
    self.offset = offset
    self.next = next
    self.previous = previous
  }
}

/// A question of REST v4: one of the fixed queries with its variables.
public struct RESTQuestion: Sendable {
  /// The name of the query in RestV4Queries.graphql.
  let operationName: String
  let variables: [JSONMember]

  /// Asks for one object.
  public static func object(
    _ resource: RESTResource, _ key: RESTKey, links: RESTLinks
  ) -> RESTQuestion {
    let member =
      switch key {
      case .id(let id): JSONMember(name: "id", value: .int(id))
      case .slug(let slug): JSONMember(name: "slug", value: .string(slug))
      }
    return RESTQuestion(
      operationName: resource.singular, variables: [member] + links.variables)
  }

  /// Asks for a page of a list.
  public static func page(
    _ resource: RESTResource, _ page: RESTPage, links: RESTLinks
  ) -> RESTQuestion {
    RESTQuestion(
      operationName: resource.rawValue,
      variables: [
        JSONMember(name: "limit", value: .int(Int64(page.limit))),
        JSONMember(name: "offset", value: .int(Int64(page.offset))),
        JSONMember(name: "next", value: .string(page.next)),
        JSONMember(name: "previous", value: page.previous.map { .string($0) } ?? .null),
      ] + links.variables)
  }

  /// Asks for what a text finds.
  public static func search(_ text: String) -> RESTQuestion {
    RESTQuestion(
      operationName: "search", variables: [JSONMember(name: "query", value: .string(text))])
  }
}

extension RESTLinks {
  fileprivate var variables: [JSONMember] {
    [
      JSONMember(name: "base", value: .string(base)),
      JSONMember(name: "suffix", value: .string(suffix)),
    ]
  }
}
