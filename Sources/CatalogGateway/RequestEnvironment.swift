import CatalogStore
import GraphQLExecution

/// What the resolvers of a request share.
final class RequestEnvironment {
  /// The request's view of the catalog; for a mutation the writer's, with what it has done so far.
  let catalog: CatalogReader
  /// Nil for a query.
  let mutation: MutationRun?

  init(catalog: CatalogReader, mutation: MutationRun? = nil) {
    self.catalog = catalog
    self.mutation = mutation
  }
}

extension FieldCall {
  /// The request's view of the catalog.
  var catalog: CatalogReader { environment(as: RequestEnvironment.self).catalog }

  /// The request's way to change the catalog.
  var mutation: MutationRun {
    guard let mutation = environment(as: RequestEnvironment.self).mutation else {
      preconditionFailure("A field of Mutation is resolved outside of the writer")
    }
    return mutation
  }
}
