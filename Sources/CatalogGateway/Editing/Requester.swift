import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// Who makes a request, as far as that is known, and what they may do.
struct Requester: Sendable, Equatable {
  /// Someone without a token.
  static let anonymous = Requester(name: nil, role: nil)

  /// The token's name; what changes are put down to.
  let name: String?
  /// Nil without a token.
  let role: Role?

  /// Whether a field that asks for a role may be used.
  private func has(_ role: Role) -> Bool {
    guard let own = self.role else { return false }
    return own >= role
  }

  /// Refuses a request that uses a field which is not for this requester: with an error for each.
  ///
  /// Without a token the first error, which decides the status code, is UNAUTHENTICATED.
  func checkMayUse(_ fields: [RestrictedField]) throws(RequestFailure) {
    let refused = fields.filter { !has($0.leastRole) }
    guard !refused.isEmpty else { return }
    throw RequestFailure(
      refused.map { field in
        let name = "\(field.coordinate.type).\(field.coordinate.field)"
        return GraphQLError(
          role.map { "\(name) requires the role \(field.role); this token has \($0.schemaName)." }
            ?? "\(name) requires a token with the role \(field.role).",
          locations: [field.location], code: role == nil ? .unauthenticated : .forbidden)
      })
  }
}

extension RestrictedField {
  /// The store's role for the schema's.
  fileprivate var leastRole: Role {
    guard let role = Role.allCases.first(where: { $0.schemaName == role }) else {
      preconditionFailure("Schema.graphql requires a role that the store does not know: \(role)")
    }
    return role
  }
}

extension Role {
  /// The value of the schema's enum `Role`.
  var schemaName: String { rawValue.uppercased() }
}
