/// What a schema says of itself. Spec §4 Introspection.
let introspectionRows = [
  ConformanceRow(
    "I1", "§4.1 Type Name Introspection",
    "`__typename` on objects, interfaces and unions, but not at the root of a subscription."),
  ConformanceRow(
    "I2", "§4.2 Schema Introspection",
    "`__schema` and `__type` at the query root only; fields of no type list them."),
  ConformanceRow(
    "I3", "§4.2.1 The __Schema Type",
    "All types that can be reached; a built-in scalar only if something refers to it."),
  ConformanceRow(
    "I4", "§4.2.6 The __Directive Type", "The built-in directives are listed too."),
  ConformanceRow(
    "I5", "§4.2.2 The __Type Type",
    "What each of the eight kinds has, and null for all it has not."),
  ConformanceRow(
    "I6", "§4.2.2 The __Type Type",
    "No interfaces are an empty list; possible types are object types."),
  ConformanceRow(
    "I7", "§4.2.3 The __Field Type",
    "Deprecated members are listed only when asked for, in all five places."),
  ConformanceRow(
    "I8", "§4.2.4 The __InputValue Type",
    "Defaults as GraphQL text, deprecations, `isOneOf`, `isRepeatable`, `specifiedByURL`, "
      + "descriptions."),
  ConformanceRow("I9", "§4.2 Schema Introspection", "Everything in the order of the source."),
  ConformanceRow(
    "I10", "§4.2.6 The __Directive Type", "All nineteen places where a directive can stand."),
  ConformanceRow(
    "I11", "§4.2 Schema Introspection",
    "A guard against endless introspection lets the query of the usual tools through.",
    stage: .expected),
]
