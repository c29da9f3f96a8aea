/// What may be in the edition after. Their sections are those that would change.
let laterRows = [
  ConformanceRow(
    "B1", "§3.13 Directives",
    "Directives on definitions of directives, their extension and their deprecation.",
    stage: .merged),
  ConformanceRow(
    "B2", "§6.4.4 Handling Execution Errors",
    "A request says what an error does: move up, stay a null, or halt.", stage: .draft),
  ConformanceRow(
    "B3", "§2.9 Fragments", "Fragments with variables, and arguments where they are spread.",
    stage: .draft),
  ConformanceRow(
    "B4", "§3.13 Directives", "`@defer` and `@stream`.", stage: .draft),
  ConformanceRow(
    "B5", "§6.4.4 Handling Execution Errors",
    "No errors beside or below a place that has become null.", stage: .draft),
  ConformanceRow(
    "B6", "§4.2 Schema Introspection", "Capabilities of the service.", stage: .draft),
  ConformanceRow(
    "B7", "§3.12 Non-Null", "Types that are null only where there is an error.", stage: .proposal),
  ConformanceRow(
    "B8", "§3.10.1 OneOf Input Objects",
    "Types without any finite value are refused, choices among such types too.", stage: .draft),
  ConformanceRow(
    "B9", "§2.5 Selection Sets", "May be empty.", stage: .proposal),
  ConformanceRow(
    "B10", "§3.4 Types", "Objects, interfaces, unions and enums may have nothing in them.",
    stage: .proposal),
  ConformanceRow(
    "B11", "§4.2.1 The __Schema Type", "The schema without what is deprecated.",
    stage: .proposal),
  ConformanceRow(
    "B12", "§3.3 Schema", "Printed with everything that is built in.", stage: .proposal),
]
