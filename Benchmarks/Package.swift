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
  ],
  targets: [
    .executableTarget(
      name: "GatewayBenchmarks",
      dependencies: [
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
  ],
  swiftLanguageModes: [.v6]
)
