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
    guard try reader.peekKind() == .string,
      let resource = CatalogResource(rawValue: reader.text(of: try reader.readString()))
    else { throw ImportError(.unknownResource, at: position, field: "resource") }
    return resource
  }

  private static func problem(_ error: JSONError) -> ImportError.Problem {
    guard case .mismatch(_, let found) = error.reason else { return .syntax(error.reason) }
    return .unexpectedKind(expected: .object, found: found)
  }

  /// Fields by which an object is recognised.
  private static let distinctiveFields: [(name: StaticString, resource: CatalogResource)] = [
    ("title_plural", .categories), ("show_pypi", .categories),
    ("is_locked", .grids), ("header", .grids),
    ("repo_url", .packages), ("participants", .packages),
    ("package_id", .gridPackages), ("grid_id", .features),
    ("grid_package_id", .elements), ("feature_id", .elements),
  ]
}
