// swift-tools-version: 6.2
import PackageDescription

/// What each target may import of ours. `Tests/RepositoryTests` holds the same table; arrows only go down.
let package = Package(
  name: "gridql",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gridql", targets: ["GatewayCLI"]),
    // For Benchmarks, a package of its own.
    .library(name: "CatalogGateway", targets: ["CatalogGateway"]),
    .library(name: "CatalogStore", targets: ["CatalogStore"]),
    .library(name: "GatewayHTTP", targets: ["GatewayHTTP"]),
    .library(name: "GraphQLExecution", targets: ["GraphQLExecution"]),
    .library(name: "GraphQLLanguage", targets: ["GraphQLLanguage"]),
    .library(name: "GraphQLSchema", targets: ["GraphQLSchema"]),
    .library(name: "GraphQLValidation", targets: ["GraphQLValidation"]),
    .library(name: "JSON", targets: ["JSON"]),
    .library(name: "Columns", targets: ["Columns"]),
    .library(name: "AllocationCounter", targets: ["AllocationCounter"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Text and types of GraphQL.
    .target(name: "GraphQLLanguage"),
    .target(name: "GraphQLSchema", dependencies: ["GraphQLLanguage", "JSON"]),
    .target(name: "GraphQLValidation", dependencies: ["GraphQLLanguage", "GraphQLSchema"]),
    .target(
      name: "GraphQLExecution",
      dependencies: ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "Columns", "JSON"]),

    // Bytes and batches.
    .target(name: "JSON"),
    .target(name: "Columns", dependencies: ["JSON"]),

    // The store.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(
      name: "CatalogStore",
      dependencies: [
        "SQLite", "Columns", "JSON", .product(name: "Crypto", package: "swift-crypto"),
      ]),

    .target(
      name: "CatalogSync",
      dependencies: [
        "CatalogStore", "JSON",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),

    // The gateway.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "CatalogGateway",
      dependencies: [
        "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
        "Columns", "CatalogStore",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Embedded"],
      plugins: ["EmbedTextPlugin"]),
    .target(
      name: "GatewayHTTP",
      dependencies: [
        "CatalogGateway", "JSON", "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOExtras", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ],
      exclude: ["Embedded"],
      plugins: ["EmbedTextPlugin"]),
    .executableTarget(
      name: "GatewayCLI",
      dependencies: [
        "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
        "CatalogStore", "CatalogSync", "CatalogGateway", "GatewayHTTP", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      exclude: ["Embedded"],
      plugins: ["EmbedTextPlugin"]),

    // Build and checks.
    .executableTarget(name: "EmbedText"),
    .plugin(name: "EmbedTextPlugin", capability: .buildTool(), dependencies: ["EmbedText"]),
    .executableTarget(name: "Check"),

    // Tests.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .target(
      name: "TestSupport",
      dependencies: [
        "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
        "Columns",
      ],
      path: "Tests/TestSupport"),
    .testTarget(name: "GraphQLLanguageTests", dependencies: ["GraphQLLanguage"]),
    .testTarget(
      name: "GraphQLSchemaTests", dependencies: ["GraphQLSchema", "GraphQLLanguage", "JSON"]),
    .testTarget(
      name: "GraphQLValidationTests",
      dependencies: ["GraphQLValidation", "GraphQLSchema", "GraphQLLanguage"]),
    .testTarget(
      name: "GraphQLExecutionTests",
      dependencies: [
        "GraphQLExecution", "GraphQLValidation", "GraphQLSchema", "GraphQLLanguage", "JSON",
        "Columns", "TestSupport",
      ]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "ColumnsTests", dependencies: ["Columns"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
    .testTarget(
      name: "CatalogStoreTests", dependencies: ["CatalogStore", "SQLite", "Columns", "JSON"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "CatalogSyncTests",
      dependencies: [
        "CatalogSync", "CatalogStore", "JSON",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "CatalogGatewayTests",
      dependencies: [
        "CatalogGateway", "CatalogStore", "GraphQLExecution", "GraphQLValidation",
        "GraphQLSchema", "GraphQLLanguage", "JSON", "TestSupport", "AllocationCounter",
      ]),
    .testTarget(
      name: "GatewayHTTPTests",
      dependencies: [
        "GatewayHTTP", "CatalogGateway", "CatalogStore", "CZlib",
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "GatewayCLITests",
      dependencies: [
        "GatewayCLI", "CatalogStore", "CatalogSync", "GraphQLLanguage", "JSON", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
        "CatalogGateway", "CatalogStore", "TestSupport",
      ],
      resources: [.copy("Corpus")]),
    .testTarget(name: "EmbedTextTests", dependencies: ["EmbedText"]),
    .testTarget(name: "RepositoryTests", dependencies: ["Check"]),
    .testTarget(
      name: "ExamplesTests", dependencies: ["CatalogGateway", "CatalogStore", "JSON"]),
  ],
  swiftLanguageModes: [.v6]
)
