import SQLite

/// The steps of a statement's plan that read a whole table or sort (sqlite.org/eqp.html).
func costlySteps(of text: String, on connection: Connection) throws -> [String] {
  let plan = try connection.prepare("EXPLAIN QUERY PLAN " + text)
  var steps: [String] = []
  while try plan.step() {
    let step = plan.text(at: 3) ?? ""
    let isCostly =
      step.hasPrefix("SCAN") || step.contains("TEMP B-TREE") || step.contains("AUTOMATIC")
    // A row that a VALUES or a SELECT without FROM makes.
    if isCostly && step != "SCAN CONSTANT ROW" { steps.append(step) }
  }
  return steps
}

/// A scan or a sort that is as it should be.
struct PlanException: Sendable {
  let reason: String
  let allows: @Sendable (_ step: String, _ statement: String) -> Bool

  init(_ reason: String, _ allows: @escaping @Sendable (String, String) -> Bool) {
    self.reason = reason
    self.allows = allows
  }
}
