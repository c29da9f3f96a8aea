/// Why a catalog is not generated.
public enum GenerateError: Error, Sendable, Hashable {
  /// Fewer packages than none, or more than the limit.
  case packagesOutOfRange(limit: Int)
}

extension GenerateError: CustomStringConvertible {
  /// The whole sentence.
  public var description: String {
    switch self {
    case .packagesOutOfRange(let limit): "The number of packages must be from 0 to \(limit)"
    }
  }
}

/// Packages that can be generated at most: their slugs are as many combinations of words.
public let generatedPackageLimit = 10_000_000

/// Bytes from which on what has gathered is written.
private let generatedChunkBytes = 256 << 10

/// Gives a synthetic catalog as lines that `importCatalog` reads: categories, grids, packages, their
/// memberships, features and elements, every link resolved.
///
/// Long-tailed as the real catalog is. The same bytes for the same seed and number of packages.
/// Memory grows by about 30 bytes a package, not with the text.
/// - Parameters:
///   - packages: how many packages; there is a grid for each 14.
///   - seed: what all else follows from.
///   - write: takes the next bytes, whole lines.
/// - Throws: `GenerateError`, or what `write` throws.
public func generateCatalog(
  packages: Int, seed: UInt64, write: ([UInt8]) throws -> Void
) throws {
  guard 0...generatedPackageLimit ~= packages else {
    throw GenerateError.packagesOutOfRange(limit: generatedPackageLimit)
  }
  let catalog = SyntheticCatalog(packageCount: packages, seed: seed)
  let features = SyntheticFeatures(catalog: catalog)
  let grids = 0..<catalog.memberships.gridCount
  var chunk: [UInt8] = []
  func add(_ append: (inout [UInt8]) -> Void) throws {
    append(&chunk)
    guard chunk.count >= generatedChunkBytes else { return }
    try write(chunk)
    chunk.removeAll(keepingCapacity: true)
  }
  for category in SyntheticText.categories.indices.reversed() {
    try add { catalog.category(category).finish(in: &$0) }
  }
  for grid in grids.reversed() {
    try add { catalog.grid(grid).finish(in: &$0) }
  }
  for package in (0..<packages).reversed() {
    try add { catalog.package(package).finish(in: &$0) }
  }
  for membership in catalog.memberships.grids.indices {
    try add { catalog.gridPackage(membership).finish(in: &$0) }
  }
  var lastFeature = 0
  for grid in grids {
    try add { features.appendFeatures(ofGrid: grid, lastID: &lastFeature, to: &$0) }
  }
  var lastElement = 0
  lastFeature = 0
  for grid in grids {
    try add {
      features.appendElements(
        ofGrid: grid, lastID: &lastElement, lastFeatureID: &lastFeature, to: &$0)
    }
  }
  if !chunk.isEmpty { try write(chunk) }
}
