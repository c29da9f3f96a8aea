import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// The fixed queries of REST v4, compiled over the schema with what only REST asks.
///
/// A class, so that a request passes one reference on.
final class RESTPlans: Sendable {
  /// Schema.graphql with the extensions of RestV4.graphql.
  let schema: Schema
  private let plans: [String: OperationPlan]

  /// Throws if the embedded texts are not valid or do not fit the resolvers.
  init() throws {
    let text = Gateway.schemaText + "\n" + Embedded.restV4GraphQL.description
    schema = try buildSchema(from: parseDocument(Source(text, name: "RestV4.graphql")))
    let bindings = catalogBindings(of: schema).merging(restBindings(schema)) { _, own in own }
    let resolvers = try ResolverTable(schema: schema, bindings: bindings)
    let queries = Source(
      Embedded.restV4QueriesGraphQL.description, name: "RestV4Queries.graphql")
    let document = try validate(parseDocument(queries), against: schema)
    var plans: [String: OperationPlan] = [:]
    for case .operation(let operation) in document.document.definitions {
      guard let name = operation.name.map({ document.document.text($0) }) else { continue }
      plans[name] = try planOperation(named: name, of: document, resolvers: resolvers)
    }
    self.plans = plans
  }

  /// The plan of a question.
  func plan(for question: RESTQuestion) -> OperationPlan {
    guard let plan = plans[question.operationName] else {
      preconditionFailure("RestV4Queries.graphql has no query \(question.operationName)")
    }
    return plan
  }
}
