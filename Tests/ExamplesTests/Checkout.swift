import Foundation

/// The checkout these tests were compiled from.
enum Checkout {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file's bytes; the path is relative to the top level.
  static func bytes(at path: String) throws -> [UInt8] {
    try root.appending(path: path).bytes()
  }
}

extension URL {
  /// The bytes of the file that this URL names.
  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: self)) }
}
