import Foundation
import Testing

/// What may stand at the top level, beside dot files and what `.gitignore` names.
private let topLevelNames: Set<String> = [
  "Benchmarks", "CHANGELOG.md", "Deploy", "Dockerfile", "Examples", "LICENSE", "Package.swift",
  "Plugins", "README.md", "Schema.graphql", "Sources", "Tests",
]

/// Names that must be there.
private let requiredNames = topLevelNames.subtracting(["Deploy", "Dockerfile"])

/// Names among `present` that nobody agreed on, and agreed names that are not present.
private func topLevelDifferences(_ present: [String]) -> (unknown: [String], missing: [String]) {
  let visible = present.filter { name in
    !name.hasPrefix(".") && name != "Package.resolved" && !name.contains(/\.db(-wal|-shm)?$/)
  }
  return (
    visible.filter { !topLevelNames.contains($0) }.sorted(),
    requiredNames.subtracting(visible).sorted()
  )
}

@Suite("The top level")
struct TopLevelTests {
  @Test("holds the agreed names and no other")
  func holdsAgreedNames() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path())
    let (unknown, missing) = topLevelDifferences(names)
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
      requiredNames.subtracting(["LICENSE"]) + ["Utilities", ".build", "catalog.db"])
    #expect(unknown == ["Utilities"])
    #expect(missing == ["LICENSE"])
  }
}
