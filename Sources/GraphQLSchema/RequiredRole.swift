/// `@requires(role:)` on a field definition: who may use the field.
///
/// A schema that has roles defines `directive @requires(role: Role!) on FIELD_DEFINITION`, with an
/// enum of its own; what the roles include is for the service to know.
extension OutputField {
  /// The name of the role that the field asks for; nil if anyone may use it.
  public var requiredRole: String? {
    for directive in appliedDirectives where directive.name == "requires" {
      if case .enum(let role) = directive["role"] { return role }
    }
    return nil
  }
}

extension Schema {
  /// The schema with each field's role in its description, so that introspection tells it.
  public func describingRequiredRoles() -> Schema {
    var schema = self
    schema.types = types.map { type in
      switch type {
      case .object(var object):
        object.fields = object.fields.map { $0.describingRequiredRole() }
        return .object(object)
      case .interface(var interface):
        interface.fields = interface.fields.map { $0.describingRequiredRole() }
        return .interface(interface)
      case .scalar, .union, .enum, .inputObject: return type
      }
    }
    return schema
  }
}

extension OutputField {
  fileprivate func describingRequiredRole() -> OutputField {
    guard let requiredRole else { return self }
    let sentence = "Requires the role \(requiredRole)."
    return OutputField(
      name: name, description: description.map { "\($0)\n\n\(sentence)" } ?? sentence,
      arguments: arguments, type: type, deprecationReason: deprecationReason,
      appliedDirectives: appliedDirectives)
  }
}
