import Foundation

/// The checkout these tests were compiled from.
enum Checkout {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file's bytes; the path is relative to the top level.
  static func bytes(at path: String) throws -> [UInt8] {
    try ExamplesTests.bytes(of: root.appending(path: path))
  }
}

/// A file's bytes.
func bytes(of file: URL) throws -> [UInt8] {
  Array(try Data(contentsOf: file))
}
