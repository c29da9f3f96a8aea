import GraphQLExecution
import GraphQLLanguage
import GraphQLValidation

extension Gateway {
  /// The operation of a request whose document is resolved: from the cache, or parsed, validated and compiled.
  func prepare(
    _ request: GraphQLRequest
  ) throws(RequestFailure) -> (operation: PreparedOperation, isHit: Bool) {
    let key = PreparedOperationCache.Key(
      document: request.documentKey, operationName: request.operationName)
    let prepared = try operations.operation(for: key) { () throws(RequestFailure) in
      let limits = request.isTrusted ? limits.ofTrustedDocuments : limits
      return PreparedOperation(try compile(request, limits: limits), of: request)
    }
    documents.remember(request)
    return prepared
  }

  /// Prepares all operations of trusted documents.
  func prepare(_ trusted: TrustedDocuments) throws(TrustedDocumentError) {
    for trusted in trusted.documents {
      do throws(RequestFailure) {
        let document = try parse(trusted.text, limits: limits.ofTrustedDocuments)
        for name in document.operationNames {
          var request = GraphQLRequest(query: trusted.text, operationName: name)
          request.documentOrigin = .trusted(trusted.hash)
          _ = try prepare(request)
        }
      } catch {
        throw .invalid(name: trusted.name, error.errors)
      }
    }
  }

  private func compile(
    _ request: GraphQLRequest, limits: RequestLimits
  ) throws(RequestFailure) -> OperationPlan {
    let document = try parse(request.query, limits: limits)
    // Ahead of validation, so that a schema without mutations answers a mutation by GET like any other.
    if let operation = request.operation(of: document) {
      try request.checkAllowed(operation.operationType)
    }
    try limits.check(document)
    let validated: ValidatedDocument
    do {
      validated = try validate(
        document, against: schema, limitsIntrospectionDepth: limits.limitsIntrospectionDepth,
        allowsIntrospection: allowsIntrospection || request.isTrusted)
    } catch {
      throw RequestFailure(error.errors)
    }
    do {
      return try planOperation(
        named: request.operationName, of: validated, resolvers: resolvers,
        limits: limits.planLimits)
    } catch {
      throw RequestFailure([GraphQLError(error)])
    }
  }

  /// Whether strangers may ask for the schema.
  var allowsIntrospection: Bool { documents.policy.allowsIntrospection }

  private func parse(
    _ query: [UInt8], limits: RequestLimits
  ) throws(RequestFailure) -> Document {
    let source = Source(query)
    do {
      return try parseDocument(source, options: limits.parseOptions)
    } catch {
      throw RequestFailure([GraphQLError(error, in: source)])
    }
  }
}

extension GraphQLRequest {
  fileprivate var isTrusted: Bool {
    if case .trusted = documentOrigin { true } else { false }
  }
}

extension Document {
  /// What requests call the operations; nil for a lone one, which needs no name, or for none at all.
  fileprivate var operationNames: Set<String?> {
    var names: Set<String?> = []
    var count = 0
    for case .operation(let operation) in definitions {
      names.insert(operation.name.map { text($0) })
      count += 1
    }
    return count > 1 ? names : names.union([nil])
  }
}

extension RequestLimits {
  fileprivate var parseOptions: ParseOptions {
    var options = ParseOptions()
    options.maximumTokens = tokens
    return options
  }

  fileprivate var planLimits: PlanLimits {
    var limits = PlanLimits()
    limits.nodes = planNodes
    return limits
  }
}
