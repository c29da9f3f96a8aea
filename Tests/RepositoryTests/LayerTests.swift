import Testing

@Suite("Arrows go down")
struct LayerTests {
  @Test("the manifest and the table agree")
  func manifestAgrees() throws {
    let manifest = try Repository.file("Package.swift").text
    #expect(layerDifferences(manifest: manifest, table: layerTable) == [])
  }

  @Test("no target reaches itself through its arrows")
  func noCycles() {
    for target in layerTable.keys {
      #expect(!targetsBelow(target).contains(target), "\(target) is part of a cycle")
    }
  }

  @Test("every import of ours follows an arrow")
  func importsFollowArrows() throws {
    let findings = try Repository.sources()
      .flatMap { forbiddenImports(in: $0, table: layerTable) }
    #expect(findings == [])
  }

  @Test("the request path does without Foundation")
  func noFoundation() throws {
    let findings = try Repository.sources()
      .flatMap { foundationImports(in: $0, targets: requestPathTargets) }
    #expect(unexcused(findings, by: exceptions(for: .foundation)) == [])
  }

  @Test("only the store names SQLite")
  func onlyTheStoreNamesSQLite() {
    let users = layerTable.filter { !$0.value.isDisjoint(with: ["SQLite", "CSQLite"]) }.keys
    #expect(Set(users) == ["SQLite", "CatalogStore"])
  }

  @Test("canary: an import that skips a layer is found, whatever its form")
  func canaryImports() {
    let file = RepositoryFile(
      path: "Sources/GatewayHTTP/Canary.swift",
      text: """
        import CatalogGateway
        // import CSQLite
        @preconcurrency import SQLite
        internal import struct CatalogStore.Entity
        """)
    #expect(
      forbiddenImports(in: file, table: layerTable) == [
        Finding(path: file.path, line: 3, message: "GatewayHTTP may not import SQLite"),
        Finding(path: file.path, line: 4, message: "GatewayHTTP may not import CatalogStore"),
      ])
  }

  @Test("canary: a target without a row is found")
  func canaryTarget() {
    let file = RepositoryFile(path: "Sources/Utilities/Canary.swift", text: "")
    #expect(
      forbiddenImports(in: file, table: layerTable) == [
        Finding(path: file.path, line: 0, message: "target Utilities is not in the table")
      ])
  }

  @Test("canary: Foundation on the request path is found")
  func canaryFoundation() {
    let file = RepositoryFile(
      path: "Sources/JSON/Canary.swift", text: "public import FoundationEssentials\n")
    #expect(
      foundationImports(in: file, targets: requestPathTargets) == [
        Finding(
          path: file.path, line: 1, message: "JSON is on the request path: no FoundationEssentials")
      ])
  }

  @Test("canary: a manifest with one more arrow is found")
  func canaryManifest() {
    let manifest = """
      targets: [
        .target(name: "JSON"),
        .target(
          name: "Columns",
          dependencies: ["JSON", .product(name: "Logging", package: "swift-log"), "SQLite"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
      ]
      """
    #expect(
      layerDifferences(manifest: manifest, table: ["JSON": [], "Columns": ["JSON"]]) == [
        Finding(
          path: "Package.swift", line: 0,
          message: "Columns: the manifest says [JSON SQLite], the table [JSON]")
      ])
  }

  private func targetsBelow(_ target: String) -> Set<String> {
    var below: Set<String> = []
    var waiting = layerTable[target] ?? []
    while let next = waiting.popFirst() {
      if below.insert(next).inserted { waiting.formUnion(layerTable[next] ?? []) }
    }
    return below
  }
}
