/// The targets and what each may import of ours. Arrows go down only.
///
/// The manifest holds the same table; `LayerTests` compares the two.
let layerTable: [String: Set<String>] = [
  // Text and types of GraphQL.
  "GraphQLLanguage": [],
  "GraphQLSchema": ["GraphQLLanguage", "JSON"],
  "GraphQLValidation": ["GraphQLLanguage", "GraphQLSchema"],
  "GraphQLExecution": ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "Columns", "JSON"],

  // Bytes and batches.
  "JSON": [],
  "Columns": ["JSON"],

  // The store.
  "CSQLite": [],
  "SQLite": ["CSQLite"],
  "CatalogStore": ["SQLite", "Columns", "JSON"],
  "CatalogSync": ["CatalogStore", "JSON"],

  // The gateway.
  "CatalogGateway": [
    "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON", "Columns",
    "CatalogStore",
  ],
  "CZlib": [],
  "GatewayHTTP": ["CatalogGateway", "JSON", "CZlib"],
  "GatewayCLI": [
    "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON",
    "CatalogStore", "CatalogSync", "CatalogGateway", "GatewayHTTP", "CZlib",
  ],

  // Build and checks.
  "EmbedText": [],
  "EmbedTextPlugin": ["EmbedText"],
  "Check": [],

  // What counts how often memory is asked for; it stands under Tests.
  "AllocationCounter": [],

  // What the tests of several targets share; it stands under Tests.
  "TestSupport": [
    "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON", "Columns",
  ],
]

/// Targets of the table that have no folder under `Sources`.
let targetsElsewhere: Set<String> = ["AllocationCounter", "EmbedTextPlugin", "TestSupport"]

/// Targets a request passes through: they do without Foundation.
let requestPathTargets: Set<String> = [
  "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "JSON", "Columns",
  "SQLite", "CatalogStore", "CatalogGateway", "GatewayHTTP",
]

/// Targets that are programs, and so may print.
let programs: Set<String> = ["GatewayCLI", "EmbedText", "Check"]
