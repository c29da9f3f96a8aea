import Testing

@testable import Check

@Suite("Conformance")
struct ConformanceTests {
  private static func tests() throws -> [NamedTest] {
    try testSources(under: Repository.root.path()).flatMap(namedTests)
  }

  @Test("every row that is not for later has tests, and every id in a test's name is a row's")
  func rowsAreTested() throws {
    #expect(conformanceGaps(in: try Self.tests(), tables: conformanceTables) == [])
  }

  @Test("the page says what the tests say")
  func pageIsCurrent() throws {
    let page = conformancePage(tables: conformanceTables, tests: try Self.tests())
    #expect(
      try Repository.file(conformancePagePath).text == page,
      "after a change of tests' names: swift run Check --write-conformance")
  }

  @Test("no two rows have one id")
  func idsAreUnique() {
    let ids = conformanceTables.flatMap(\.rows).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  private static let canary = TestSource(
    path: "Tests/CanaryTests/Canary.swift",
    text: """
      @Suite("§5.3.2 Field Selection Merging")
      struct MergingTests {
        @Test("accepts \\"this\\" (L1, differs: no tabs)")
        func accepts() {}

        @Test(
          "refuses that (L1, X99)",
          arguments: ["@Test(\\"nothing\\")"])
        func refuses() {}
      }

      @Suite("Lists (Q1)")
      struct ListTests {
        @Test func plain() {}
      }
      """)

  @Test("canary: tests are found with their suites, lines and claims")
  func canaryTests() {
    let tests = namedTests(in: Self.canary)
    let merging = "§5.3.2 Field Selection Merging"
    #expect(
      tests == [
        NamedTest(
          path: Self.canary.path, line: 3, suite: merging,
          name: #"accepts \"this\" (L1, differs: no tabs)"#),
        NamedTest(path: Self.canary.path, line: 6, suite: merging, name: "refuses that (L1, X99)"),
        NamedTest(path: Self.canary.path, line: 14, suite: "Lists (Q1)", name: ""),
      ])
    #expect(
      tests.map { rowClaims(in: $0.suite) + rowClaims(in: $0.name) } == [
        [
          RowClaim(id: "§5.3.2", difference: nil), RowClaim(id: "L1", difference: "no tabs"),
        ],
        [
          RowClaim(id: "§5.3.2", difference: nil), RowClaim(id: "L1", difference: nil),
          RowClaim(id: "X99", difference: nil),
        ],
        [],
      ])
  }

  private static let canaryTables = [
    ConformanceTable(
      title: "Canaries",
      rows: [
        ConformanceRow("L1", "§2.1 Source Text", "This | that."),
        ConformanceRow("L2", "§2.1 Source Text", "Nothing."),
        ConformanceRow("§5.3.2", "§5.3.2 Field Selection Merging", "`__typename` merges."),
        ConformanceRow("B1", "§3.13 Directives", "Later.", stage: .draft),
      ])
  ]

  @Test("canary: an unknown id and a row without tests are found")
  func canaryGaps() {
    #expect(
      conformanceGaps(in: namedTests(in: Self.canary), tables: Self.canaryTables) == [
        "Tests/CanaryTests/Canary.swift:6: there is no row X99",
        "no test names L2: Nothing.",
      ])
  }

  @Test("canary: the page shows each row with its state and its tests")
  func canaryPage() {
    let page = conformancePage(tables: Self.canaryTables, tests: namedTests(in: Self.canary))
    #expect(
      page.hasSuffix(
        #"""
        ## Canaries

        | Row | Section | Behaviour | Stage | State | Tests |
        |---|---|---|---|---|---|
        | L1 | §2.1 Source Text | This \| that. | September 2025 | differs: no tabs | 2 in `CanaryTests/Canary` |
        | L2 | §2.1 Source Text | Nothing. | September 2025 | not there |  |
        | §5.3.2 | §5.3.2 Field Selection Merging | `__typename` merges. | September 2025 | tested | 2 in `CanaryTests/Canary` |
        | B1 | §3.13 Directives | Later. | draft | not there |  |

        """#))
  }
}
