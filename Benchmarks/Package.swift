// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks of the gateway's parts: `swift package benchmark`.
///
/// A package of its own, so that nobody who builds the gateway builds these.
let package = Package(
  name: "gridql-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "gridql", path: ".."),
    // Without its traits, which count allocations: times are what is recorded here.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
  ],
  targets: [
    .executableTarget(
      name: "GatewayBenchmarks",
      dependencies: [
        "MeasuredQueries",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CatalogGateway", package: "gridql"),
        .product(name: "CatalogStore", package: "gridql"),
        .product(name: "Columns", package: "gridql"),
        .product(name: "GraphQLExecution", package: "gridql"),
        .product(name: "GraphQLLanguage", package: "gridql"),
        .product(name: "GraphQLSchema", package: "gridql"),
        .product(name: "GraphQLValidation", package: "gridql"),
      ],
      path: "Benchmarks/GatewayBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // How fast text is lexed, parsed, validated and made a schema of.
    .executableTarget(
      name: "LanguageBenchmarks",
      dependencies: [
        .product(name: "GraphQLLanguage", package: "gridql"),
        .product(name: "GraphQLSchema", package: "gridql"),
        .product(name: "GraphQLValidation", package: "gridql"),
      ],
      path: "Benchmarks/LanguageBenchmarks"),
    // What a byte of ever larger documents costs: flat, or something is not linear.
    .executableTarget(
      name: "LinearBenchmarks",
      dependencies: [
        .product(name: "GraphQLExecution", package: "gridql"),
        .product(name: "GraphQLLanguage", package: "gridql"),
        .product(name: "GraphQLSchema", package: "gridql"),
        .product(name: "GraphQLValidation", package: "gridql"),
      ],
      path: "Benchmarks/LinearBenchmarks"),
    .target(name: "MeasuredQueries", path: "Benchmarks/MeasuredQueries"),
    // What a request costs in process: CPU time, and allocations, which are exact.
    .executableTarget(
      name: "RequestCosts",
      dependencies: [
        "MeasuredQueries",
        .product(name: "AllocationCounter", package: "gridql"),
        .product(name: "CatalogGateway", package: "gridql"),
        .product(name: "CatalogStore", package: "gridql"),
      ],
      path: "Benchmarks/RequestCosts"),
    // What the measured queries cost without GraphQL: hand-written SQL, straight to bytes.
    .target(
      name: "PlainSQL", path: "Benchmarks/PlainSQL", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Those answers on the gateway's own server, for Benchmarks/load.sh.
    .executableTarget(
      name: "PlainServer",
      dependencies: [
        "PlainSQL",
        .product(name: "CatalogGateway", package: "gridql"),
        .product(name: "CatalogStore", package: "gridql"),
        .product(name: "GatewayHTTP", package: "gridql"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Benchmarks/PlainServer"),
    .testTarget(
      name: "PlainSQLTests",
      dependencies: [
        "MeasuredQueries", "PlainSQL",
        .product(name: "CatalogGateway", package: "gridql"),
        .product(name: "CatalogStore", package: "gridql"),
      ],
      path: "Benchmarks/PlainSQLTests"),
  ],
  swiftLanguageModes: [.v6]
)
