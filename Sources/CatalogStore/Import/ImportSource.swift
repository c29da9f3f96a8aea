/// A catalog file, or whatever else gives its bytes.
public struct ImportSource {
  /// What errors and progress call it.
  public let name: String
  /// What its objects are, if it holds nothing but bare objects of one resource; nil if each tells.
  public let resource: CatalogResource?
  /// Gives the next bytes, nil after the last; called until then, from one thread.
  public let read: () throws -> [UInt8]?

  /// Makes a source that is read once.
  public init(
    name: String, of resource: CatalogResource? = nil, read: @escaping () throws -> [UInt8]?
  ) {
    self.name = name
    self.resource = resource
    self.read = read
  }

  /// Makes a source of bytes that are in memory.
  public init(name: String, bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(name: name) {
      defer { rest = nil }
      return rest
    }
  }
}

/// How far an import is; told after each chunk.
public struct ImportProgress: Sendable, Hashable {
  /// The source being read, counted from 0.
  public let source: Int
  /// Bytes of it that have been read.
  public let sourceBytes: Int
  /// Objects of all sources so far.
  public let objects: Int
}
