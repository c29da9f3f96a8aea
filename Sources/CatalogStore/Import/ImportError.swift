import JSON

/// Why an import stopped; the catalog is as it was.
public struct ImportError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Problem: Error, Sendable, Hashable {
    /// The text is no JSON.
    case syntax(JSONError.Reason)
    /// A value of another kind stands there.
    case unexpectedKind(expected: Expectation, found: JSONKind)
    /// The value is of the right kind and still not what it has to be.
    case invalid(expected: Expectation)
    case missing
    /// The object has a name of a resource that there is not.
    case unknownResource
    /// The object does not say what it is, and its fields do not either.
    case unrecognized
    /// Another object has the slug.
    case slugTaken(by: Int64)
    /// Another object of the run is the same package's row in the same grid.
    case membershipTaken(by: Int64)
    /// A link leads elsewhere than the page it is on; all are to begin like this.
    case foreignLink(expected: String)
    /// The source could not be read.
    case unreadable(String)
    /// The catalog could not be written.
    case store(StoreError)
  }

  /// What a field has to be.
  public enum Expectation: Sendable, Hashable {
    case object
    case id
    case integer
    case boolean
    case text
    case textOrNull
    /// Text that is not empty.
    case slug
    case time
    case timeOrNull
    case link(CatalogResource)
    case links(CatalogResource)
    case integers
    case texts
    /// How many objects a list has.
    case count
    /// What a page lists.
    case objects
  }

  /// What is wrong.
  public let problem: Problem
  /// The source, nil if none is to blame.
  public var source: String?
  /// Where in the source.
  public var position: JSONPosition?
  /// What the object is, if that is known.
  public var resource: CatalogResource?
  /// Its plain id, if that is known.
  public var id: Int64?
  /// The field, if one is to blame.
  public var field: String?

  /// Makes an error.
  public init(
    _ problem: Problem, source: String? = nil, at position: JSONPosition? = nil,
    resource: CatalogResource? = nil, id: Int64? = nil, field: String? = nil
  ) {
    self.problem = problem
    self.source = source
    self.position = position
    self.resource = resource
    self.id = id
    self.field = field
  }
}

extension ImportError: CustomStringConvertible {
  /// The whole sentence: the source, the line, the object, the field, and what is wrong.
  public var description: String {
    var place: [String] = []
    if let source { place.append(source) }
    if let position { place.append("line \(position.line)") }
    if let resource {
      place.append(id.map { "\(resource.singular) \($0)" } ?? resource.singular)
    }
    if let field { place.append("field \"\(field)\"") }
    return place.isEmpty ? "\(problem)" : place.joined(separator: ", ") + ": \(problem)"
  }
}

extension ImportError.Problem: CustomStringConvertible {
  /// The sentence without the place.
  public var description: String {
    switch self {
    case .syntax(let reason): "\(reason)"
    case .unexpectedKind(let expected, let found): "expected \(expected), found \(found.rawValue)"
    case .invalid(let expected): "expected \(expected)"
    case .missing: "missing"
    case .unknownResource:
      "expected one of " + CatalogResource.allCases.map(\.rawValue).joined(separator: ", ")
    case .unrecognized:
      "expected {\"resource\", \"object\"} or an object with the fields of a category, a grid, a"
        + " package, a grid_package, a feature or an element"
    case .slugTaken(let id): "object \(id) has the same slug"
    case .membershipTaken(let id): "object \(id) puts the same package in the same grid"
    case .foreignLink(let beginning): "expected a link that begins with \(beginning)"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .store: "the catalog cannot be written"
    }
  }
}

extension ImportError.Expectation: CustomStringConvertible {
  /// The words that follow "expected".
  public var description: String {
    switch self {
    case .object: "an object"
    case .id: "an id, a whole number from 1 to \(ObjectID.maximum)"
    case .integer: "a whole number of 32 bits"
    case .boolean: "true or false"
    case .text: "text without U+0000"
    case .textOrNull: "text without U+0000, or null"
    case .slug: "text that is not empty"
    case .time: "a time like 2026-02-15T14:03:04.199914-05:00"
    case .timeOrNull: "a time like 2026-02-15T14:03:04.199914-05:00, or null"
    case .link(let resource): "the link of a \(resource.singular)"
    case .links(let resource): "a list of links of \(resource.rawValue)"
    case .integers: "a list of whole numbers of 32 bits"
    case .texts: "a list of texts without U+0000"
    case .count: "a whole number that is not negative"
    case .objects: "a list of objects"
    }
  }
}
