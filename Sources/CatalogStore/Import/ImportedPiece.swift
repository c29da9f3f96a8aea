import JSON

/// One value of a catalog file, and what it is.
///
/// Either `{"resource": …, "object": …}`, or the object itself, whose fields tell.
struct ImportedPiece {
  let resource: CatalogResource
  /// Stands at the object.
  var reader: JSONReader

  /// Finds out what a value is.
  /// - Throws: `ImportError` without the source.
  init(_ reader: JSONReader) throws(ImportError) {
    var walker = reader
    do {
      self = try Self.recognize(&walker, from: reader)
    } catch let error as ImportError {
      throw error
    } catch let error as JSONError {
      throw ImportError(Self.problem(error), at: error.position)
    } catch {
      preconditionFailure("reading throws import errors and JSON errors only")
    }
  }

  /// Takes a bare object that is known for what it is.
  init(resource: CatalogResource, reader: JSONReader) {
    self.resource = resource
    self.reader = reader
  }

  /// Reads up to the object of a value that names its resource first and its object next; nil if it does
  /// not.
  static func resourceAhead(_ reader: inout JSONReader) throws -> CatalogResource? {
    try reader.enterObject()
    guard let first = try reader.nextMember(), reader.matches(first, "resource") else { return nil }
    let resource = try readResource(&reader)
    guard let second = try reader.nextMember(), reader.matches(second, "object") else { return nil }
    return resource
  }

  private static func recognize(
    _ walker: inout JSONReader, from start: JSONReader
  ) throws -> ImportedPiece {
    var resource: CatalogResource?
    var object: JSONReader?
    var recognized: CatalogResource?
    try walker.enterObject()
    while let name = try walker.nextMember() {
      if walker.matches(name, "resource") {
        resource = try readResource(&walker)
      } else if walker.matches(name, "object") {
        object = walker
        try walker.skipValue()
      } else {
        let field = distinctiveFields.first { walker.matches(name, $0.name) }
        // A grid_package has the features' field too.
        if let field, recognized == nil || recognized == .features { recognized = field.resource }
        try walker.skipValue()
      }
    }
    try walker.finish()
    switch (resource, object, recognized) {
    case (let resource?, let object?, _):
      return ImportedPiece(resource: resource, reader: object)
    case (.some, nil, _):
      throw ImportError(.missing, at: start.position, field: "object")
    case (nil, _, let resource?):
      return ImportedPiece(resource: resource, reader: start)
    case (nil, .some, nil):
      throw ImportError(.missing, at: start.position, field: "resource")
    case (nil, nil, nil):
      throw ImportError(.unrecognized, at: start.position)
    }
  }

  private static func readResource(_ reader: inout JSONReader) throws -> CatalogResource {
    let position = reader.position
    guard try reader.peekKind() == .string else {
      throw ImportError(.unknownResource, at: position, field: "resource")
    }
    let string = try reader.readString()
    let known = names.first { reader.matches(string, $0.name) }?.resource
    guard let resource = known ?? CatalogResource(rawValue: reader.text(of: string)) else {
      throw ImportError(.unknownResource, at: position, field: "resource")
    }
    return resource
  }

  private static func problem(_ error: JSONError) -> ImportError.Problem {
    guard case .mismatch(_, let found) = error.reason else { return .syntax(error.reason) }
    return .unexpectedKind(expected: .object, found: found)
  }

  /// What the resources are called, to be compared without a `String`.
  private static let names: [(name: StaticString, resource: CatalogResource)] = [
    ("elements", .elements), ("grid_packages", .gridPackages), ("packages", .packages),
    ("features", .features), ("grids", .grids), ("categories", .categories),
  ]

  /// Fields by which an object is recognised.
  private static let distinctiveFields: [(name: StaticString, resource: CatalogResource)] = [
    ("title_plural", .categories), ("show_pypi", .categories),
    ("is_locked", .grids), ("header", .grids),
    ("repo_url", .packages), ("participants", .packages),
    ("package_id", .gridPackages), ("grid_id", .features),
    ("grid_package_id", .elements), ("feature_id", .elements),
  ]
}
