import Foundation

/// A text file of this repository.
struct RepositoryFile: Equatable {
  /// Relative to the top level, with `/` between its parts.
  let path: String
  let text: String
}

/// Something a check objects to, in a form a person can act on.
struct Finding: Equatable, Hashable, CustomStringConvertible {
  let path: String
  /// Starts at 1; 0 where the finding is about the file as a whole.
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// The checkout these tests were compiled from.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files under `folders` whose names end in one of `extensions`, in order of their paths.
  static func files(in folders: [String], extensions: Set<String>) throws -> [RepositoryFile] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
        .filter { path in
          extensions.contains(URL(filePath: path).pathExtension)
            && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        .sorted()
        .map { try file("\(folder)/\($0)") }
    }
  }

  /// One file.
  static func file(_ path: String) throws -> RepositoryFile {
    RepositoryFile(
      path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// Every Swift file of the libraries and programs.
  static func sources() throws -> [RepositoryFile] {
    try files(in: ["Sources"], extensions: ["swift"])
  }

  /// Every text a reader may open, code and prose.
  static func everything() throws -> [RepositoryFile] {
    try files(
      in: ["Sources", "Tests", "Plugins", "Examples"],
      extensions: ["swift", "md", "graphql", "h", "modulemap", "sh", "js", "py"])
      + files(in: ["Benchmarks/Benchmarks"], extensions: ["swift"])
      + [
        "Package.swift", "Benchmarks/Package.swift", "README.md", "CHANGELOG.md", ".ci/run",
        ".ci/install-libraries",
        ".githooks/pre-commit",
      ].map(file)
  }
}

extension RepositoryFile {
  /// The target whose folder this file is in: `Sources/JSON/JSONText.swift` is in `JSON`.
  var target: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  /// The lines of `text`, each with its number.
  var numberedLines: [(number: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }
}
