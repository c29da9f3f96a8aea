import Foundation
import Testing

/// What may stand at the top level, beside what `.gitignore` names.
private let topLevelNames: Set<String> = [
  ".ci", ".dockerignore", ".git", ".githooks", ".gitignore", ".swift-format",
  "Benchmarks", "CHANGELOG.md", "Deploy", "Dockerfile", "Examples", "LICENSE", "Package.swift",
  "Plugins", "README.md", "Schema.graphql", "Sources", "Tests",
]

/// Names that must be there.
private let requiredNames = topLevelNames.subtracting([
  ".dockerignore", ".git", "Deploy", "Dockerfile",
])

/// Names among `present` that nobody agreed on, and agreed names that are not present.
///
/// A pattern of `ignored` is a name, or one with a star at its beginning or end.
private func topLevelDifferences(
  _ present: [String], ignored: [String]
) -> (unknown: [String], missing: [String]) {
  let visible = present.filter { name in
    !ignored.contains { pattern in
      switch (pattern.first, pattern.last) {
      case ("*", _): name.hasSuffix(pattern.dropFirst())
      case (_, "*"): name.hasPrefix(pattern.dropLast())
      default: name == pattern
      }
    }
  }
  return (
    visible.filter { !topLevelNames.contains($0) }.sorted(),
    requiredNames.subtracting(visible).sorted()
  )
}

/// The patterns of `.gitignore`, folders without their slash.
private func ignoredPatterns() throws -> [String] {
  try String(contentsOf: Repository.root.appending(path: ".gitignore"), encoding: .utf8)
    .split(separator: "\n").map { String($0.hasSuffix("/") ? $0.dropLast() : $0) }
}

@Suite("The top level")
struct TopLevelTests {
  @Test("holds the agreed names and no other")
  func holdsAgreedNames() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path())
    let (unknown, missing) = topLevelDifferences(names, ignored: try ignoredPatterns())
    #expect(unknown == [])
    #expect(missing == [])
  }

  @Test("every folder under Sources is a target in the table")
  func everyFolderIsATarget() throws {
    let folders = try FileManager.default
      .contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path())
      .filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(layerTable.keys).subtracting(targetsElsewhere))
  }

  @Test("canary: a folder too many and a file too few are found")
  func canary() {
    let (unknown, missing) = topLevelDifferences(
      requiredNames.subtracting(["LICENSE"]) + ["Utilities", ".tool", ".build-x", "catalog.db"],
      ignored: [".build*", "*.db"])
    #expect(unknown == [".tool", "Utilities"])
    #expect(missing == ["LICENSE"])
  }
}
