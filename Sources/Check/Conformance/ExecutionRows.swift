/// How an operation is executed. Spec §6 Execution.
let executionRows = [
  ConformanceRow(
    "X1", "§6.1 Executing Requests",
    "The named operation, or the only one; otherwise the request is refused."),
  ConformanceRow(
    "X2", "§6.1.2 Coercing Variable Values",
    "A default, coerced, for an absent variable only; null stays; a required one must be there."),
  ConformanceRow(
    "X3", "§6.4.1 Coercing Field Arguments",
    "An absent variable is an absent argument; what does not fit is an error of the field."),
  ConformanceRow(
    "X4", "§6.3.2 Field Collection",
    "Depth first, fragments once and where their type applies, fields of one name together."),
  ConformanceRow(
    "X5", "§6.3.3 Executing Collected Fields", "Answered in the order in which they were met."),
  ConformanceRow(
    "X6", "§6.3.4 Normal and Serial Execution",
    "Mutations one after the other, each with all below it."),
  ConformanceRow(
    "X7", "§6.2.3 Subscription",
    "One response an event, none for a refused request; ends with its source, and ends it."),
  ConformanceRow(
    "X8", "§6.4.3 Value Completion",
    "A list where one is expected, leaves as their type has them, possible types for abstract "
      + "ones."),
  ConformanceRow(
    "X9", "§6.4.4 Handling Execution Errors",
    "A null that must not be moves up to the next place that may be null, or to `data`."),
  ConformanceRow(
    "X10", "§6.4.4 Handling Execution Errors",
    "One error a place at most, with the whole path of where it began."),
  ConformanceRow(
    "X11", "§6.1.1 Validating Requests", "What was validated once is not validated again."),
  ConformanceRow(
    "X12", "§7.1.7 Extensions", "Those of a request are a map; members of other names are left."),
]

/// What comes back. Spec §7 Response.
let responseRows = [
  ConformanceRow(
    "R1", "§7.1.1 Execution Result",
    "`data`, `errors` only if there are some, perhaps `extensions`, and nothing else."),
  ConformanceRow(
    "R2", "§7.1.3 Request Error Result", "Errors, at least one, and no `data`."),
  ConformanceRow(
    "R3", "§7.1.6 Errors",
    "A message; places from 1 on; a path if it is a field's; whatever else in `extensions`."),
  ConformanceRow(
    "R4", "§7.2.1 JSON Serialization",
    "Maps keep their order, numbers and names of enum values are as they are, `errors` is first."),
]
