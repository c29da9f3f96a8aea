import GraphQLExecution
import GraphQLLanguage
import JSON

extension RequestLimits {
  /// Refuses variable values that nest too deep. Costs time linear in the values.
  func check(_ variables: [JSONMember], of plan: OperationPlan) throws(RequestFailure) {
    for variable in variables {
      let figure = variable.value.nesting
      guard figure > variableNesting else { continue }
      throw RequestFailure([
        GraphQLError(
          """
          The value of variable "$\(variable.name)" nests lists and objects \(figure) levels deep; \
          the limit is \(variableNesting).
          """,
          locations: plan.locations(ofVariable: variable.name), code: .limitExceeded)
      ])
    }
  }
}

extension JSONValue {
  /// How deep lists and objects stand within each other. Recurses no deeper than a reader of JSON does.
  fileprivate var nesting: Int {
    switch self {
    case .array(let items): 1 + (items.lazy.map(\.nesting).max() ?? 0)
    case .object(let members): 1 + (members.lazy.map(\.value.nesting).max() ?? 0)
    case .null, .boolean, .int, .number, .string: 0
    }
  }
}

extension OperationPlan {
  /// Where a variable is defined; empty if the operation has none of the name.
  fileprivate func locations(ofVariable name: String) -> [SourceLocation] {
    let document = document.document
    return document[operation.variableDefinitions]
      .filter { document.text($0.name) == name }
      .map { document.source.location(at: $0.range.start) }
  }
}
