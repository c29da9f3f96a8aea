// swift-tools-version: 6.2
import PackageDescription

/// Instrumentation for libFuzzer; the build tool must do without, so `--sanitize` cannot be used.
let instrumentation: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]

/// Coverage-guided fuzzing with libFuzzer, on Linux: see `fuzz` beside this file.
///
/// A package of its own that compiles the gateway's sources once more, with instrumentation.
let package = Package(
  name: "gridql-fuzzing",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "GraphQLLanguage", swiftSettings: instrumentation),
    .target(
      name: "GraphQLSchema", dependencies: ["GraphQLLanguage", "JSON"],
      swiftSettings: instrumentation),
    .target(
      name: "GraphQLValidation", dependencies: ["GraphQLLanguage", "GraphQLSchema"],
      swiftSettings: instrumentation),
    .target(
      name: "GraphQLExecution",
      dependencies: ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "Columns", "JSON"],
      swiftSettings: instrumentation),
    .target(name: "JSON", swiftSettings: instrumentation),
    .target(name: "Columns", dependencies: ["JSON"], swiftSettings: instrumentation),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: instrumentation),
    .target(
      name: "CatalogStore", dependencies: ["SQLite", "Columns", "JSON"],
      swiftSettings: instrumentation),
    .target(
      name: "CatalogGateway",
      dependencies: [
        "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
        "Columns", "CatalogStore",
      ],
      exclude: ["Embedded", "Documentation.docc"], swiftSettings: instrumentation,
      plugins: ["EmbedTextPlugin"]),
    .executableTarget(name: "EmbedText"),
    .plugin(name: "EmbedTextPlugin", capability: .buildTool(), dependencies: ["EmbedText"]),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CatalogGateway", "CatalogStore", "GraphQLExecution", "GraphQLLanguage", "GraphQLSchema",
        "GraphQLValidation", "JSON",
      ],
      path: "Fuzz", swiftSettings: instrumentation,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
