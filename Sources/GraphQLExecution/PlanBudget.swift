/// Counts what a plan costs while it is built. Shared by everything that builds one plan.
final class PlanBudget {
  private let limits: PlanLimits
  private(set) var spent = 0

  init(limits: PlanLimits) {
    self.limits = limits
  }

  func spend(_ nodes: Int = 1) throws(PlanError) {
    spent += nodes
    if spent > limits.nodes { throw .tooManyNodes(limit: limits.nodes) }
  }

  /// Checks what would have to be spent without sharing.
  func checkSize(_ nodes: Int) throws(PlanError) {
    if nodes > limits.nodes { throw .tooManyNodes(limit: limits.nodes) }
  }

  func enter(depth: Int) throws(PlanError) {
    if depth > limits.depth { throw .tooDeep(limit: limits.depth) }
  }
}

/// Why an operation has no plan.
public enum PlanError: Error, Sendable, Equatable {
  /// The document has several operations, and none was named. Spec §6.1 Executing Requests.
  case operationNameRequired
  /// The document has no operation of that name.
  case unknownOperation(name: String)
  /// The document has no operation at all.
  case noOperation
  /// The schema has no root type for the operation.
  case noRootType(operation: String)
  /// Planning took more nodes than `PlanLimits.nodes`.
  case tooManyNodes(limit: Int)
  /// A fragment that the operation spreads has variables, which only validation knows. A draft.
  case fragmentVariables(fragment: String)
  /// Selections are nested deeper than `PlanLimits.depth`.
  case tooDeep(limit: Int)
}
