import JSON

/// A page of a REST v4 list, with all of its objects checked as an import checks them; what other
/// objects have to say about it, as a slug that is taken, remains for the import.
public struct ListPage: Sendable, Hashable {
  /// A package in a grid.
  public struct Membership: Sendable, Hashable {
    /// The grid's plain id.
    public let grid: Int64
    /// The package's plain id.
    public let package: Int64

    /// Names a membership.
    public init(grid: Int64, package: Int64) {
      self.grid = grid
      self.package = package
    }
  }

  /// How many objects the whole list has.
  public private(set) var count = 0
  /// Where the next page is; nil on the last.
  public private(set) var next: String?
  /// The plain ids of the page's objects, in the page's order.
  public private(set) var ids: [Int64] = []
  /// What a page of grids or of packages says of who is in which.
  public private(set) var memberships: [Membership] = []
  /// The categories that a page of packages names.
  public private(set) var categories: Set<Int64> = []

  /// Reads a page.
  /// - Parameters:
  ///   - body: the whole answer.
  ///   - resource: what it lists: categories, grids or packages.
  ///   - url: where it is from; the error names it.
  ///   - linkBeginning: what every link of its objects must begin with.
  /// - Throws: `ImportError`: it is no such page.
  public init(
    _ body: [UInt8], of resource: CatalogResource, at url: String, linkBeginning: String
  ) throws(ImportError) {
    var reader = JSONReader(body)
    do {
      try read(
        &reader, as: .shape(of: resource), object: DecodedObject(linkBeginning: linkBeginning))
    } catch let error as ImportError {
      var error = error
      error.source = url
      throw error
    } catch let error as JSONError {
      throw ImportError(.syntax(error.reason), source: url, at: error.position)
    } catch {
      preconditionFailure("reading throws import errors and JSON errors only")
    }
  }

  private mutating func read(
    _ reader: inout JSONReader, as shape: ObjectShape, object: consuming DecodedObject
  ) throws {
    var object = object
    var missing = ["count", "next", "results"]
    try Self.expect(.object, .object, of: &reader)
    try reader.enterObject()
    while let name = try reader.nextMember() {
      let member = reader.text(of: name)
      missing.removeAll { $0 == member }
      switch member {
      case "count": count = try Self.readCount(&reader)
      case "next": next = try Self.readLink(&reader)
      case "results":
        try Self.expect(.array, .objects, of: &reader, in: member)
        try reader.enterArray()
        while try reader.nextElement() {
          try object.decode(&reader, as: shape)
          add(object, as: shape)
        }
      default: try reader.skipValue()
      }
    }
    if let field = missing.first { throw ImportError(.missing, at: reader.position, field: field) }
    try reader.finish()
  }

  private static func readCount(_ reader: inout JSONReader) throws -> Int {
    try expect(.number, .count, of: &reader, in: "count")
    let position = reader.position
    let value = try reader.readValue()
    guard case .int(let number) = value, number >= 0 else {
      throw ImportError(.invalid(expected: .count), at: position, field: "count")
    }
    return Int(number)
  }

  private static func readLink(_ reader: inout JSONReader) throws -> String? {
    if try reader.takeNull() { return nil }
    try expect(.string, .textOrNull, of: &reader, in: "next")
    return reader.text(of: try reader.readString())
  }

  /// Refuses a value of another kind.
  private static func expect(
    _ kind: JSONKind, _ expectation: ImportError.Expectation, of reader: inout JSONReader,
    in field: String? = nil
  ) throws {
    let found = try reader.peekKind()
    guard found == kind else {
      throw ImportError(
        .unexpectedKind(expected: expectation, found: found), at: reader.position, field: field)
    }
  }

  private mutating func add(_ object: borrowing DecodedObject, as shape: ObjectShape) {
    guard let id = object.id(in: shape) else { preconditionFailure("decoding requires the id") }
    ids.append(id)
    switch shape.resource {
    case .grids:
      memberships += object.ids(at: ObjectShape.gridPackagesIndex)
        .map { Membership(grid: id, package: $0) }
    case .packages:
      memberships += object.ids(at: ObjectShape.packageGridsIndex)
        .map { Membership(grid: $0, package: id) }
      if let category = object.integer(at: ObjectShape.packageCategoryIndex) {
        categories.insert(category)
      }
    case .categories, .gridPackages, .features, .elements: break
    }
  }
}

extension ObjectShape {
  fileprivate static let packageCategoryIndex = packages.index(of: "category")
}

extension DecodedObject {
  /// The ids that a list of links names.
  fileprivate func ids(at field: Int) -> ArraySlice<Int64> {
    guard case .links(let range) = cells[field] else { return [] }
    return links[range]
  }
}
