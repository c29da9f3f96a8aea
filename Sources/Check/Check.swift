import Foundation

/// Everything that must hold before a change lands: `swift run Check`.
///
/// The steps run in order and the first that fails ends the run with its status. `--fast` stops
/// after the build; the pre-commit hook runs it so. `--write-conformance` checks nothing: it writes
/// the documentation's page of conformance.
@main
enum Check {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.elementsEqual(["--write-conformance"]) {
      return try writeConformancePage(under: ".")
    }
    guard arguments.allSatisfy({ $0 == "--fast" }) else {
      print("usage: swift run Check [--fast | --write-conformance]")
      exit(64)
    }
    if let missing = missingLibraries() {
      print(missing)
      exit(1)
    }
    let start = ContinuousClock.now
    for step in arguments.contains("--fast") ? fastSteps : fastSteps + slowSteps {
      try run(step)
    }
    print("\nAll steps passed in \(seconds(since: start)).")
  }

  /// What the pre-commit hook runs.
  static let fastSteps = [
    Step(
      name: "format",
      arguments: ["swift", "format", "lint", "--strict", "--recursive"] + formattedPaths),
    Step(
      name: "build",
      arguments: [
        "swift", "build", "--build-tests", "--explicit-target-dependency-import-check", "error",
      ]),
  ]

  /// What continuous integration runs beside them.
  static let slowSteps = [
    Step(
      name: "test",
      arguments: [
        "swift", "test", "--disable-xctest", "--explicit-target-dependency-import-check",
        "error",
      ]),
    Step(
      name: "documentation",
      arguments: documentationCompiler + [
        "convert", "Sources/CatalogGateway/Documentation.docc", "--warnings-as-errors",
        "--output-path", ".build/documentation", "--fallback-display-name", "gridql",
        "--fallback-bundle-identifier", "gridql",
      ]),
    Step(name: "sizes") { try printSizes(under: "Sources") },
  ]

  private static let formattedPaths = [
    "Sources", "Tests", "Plugins", "Package.swift", "Benchmarks/Benchmarks",
    "Benchmarks/Package.swift",
  ]

  /// On macOS the documentation compiler is Xcode's; elsewhere the toolchain has it on the path.
  private static var documentationCompiler: [String] {
    #if os(macOS)
      ["xcrun", "docc"]
    #else
      ["docc"]
    #endif
  }

  private static func run(_ step: Step) throws {
    print("\n== \(step.name)")
    let start = ContinuousClock.now
    let status = try step.run()
    print("-- \(step.name): \(status == 0 ? "passed" : "failed") in \(seconds(since: start))")
    if status != 0 { exit(status) }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> String {
    let tenths = (ContinuousClock.now - start) / .milliseconds(100)
    return "\((tenths.rounded()) / 10) s"
  }
}
