import GraphQLLanguage

extension Schema {
  /// The values of a field's or directive's arguments, by the places of their definitions; nil for
  /// an absent one.
  ///
  /// `place` is where the field or directive stands. Throws if a value does not fit, which
  /// validation leaves open only for variables.
  /// Spec §6.4.1 Coercing Field Arguments.
  public func coerceArgumentValues(
    _ arguments: NodeRange<Argument>, in document: Document, as definitions: [InputField],
    at place: SourceRange, variables: VariableValues? = nil
  ) throws(GraphQLError) -> [InputValue?] {
    var values: [InputValue?] = []
    values.reserveCapacity(definitions.count)
    for definition in definitions {
      let argument = document[arguments].first { $0.name.isText(definition.name, in: document) }
      values.append(
        try coerce(
          argument, in: document, as: definition, at: place, variables: variables))
    }
    return values
  }

  private func coerce(
    _ argument: Argument?, in document: Document, as definition: InputField,
    at place: SourceRange, variables: VariableValues?
  ) throws(GraphQLError) -> InputValue? {
    guard let argument else {
      guard definition.isRequired else { return definition.defaultValue }
      throw GraphQLError(
        "Argument \"\(definition.name)\" of required type \"\(text(of: definition.type))\" "
          + "was not provided.",
        locations: [document.source.location(at: place.start)], code: .badUserInput)
    }
    if case .variable(let name) = document[argument.value].kind, !definition.isRequired,
      variables?[name, document] == nil
    {
      return definition.defaultValue
    }
    if let value = coerceLiteral(
      argument.value, in: document, as: definition.type, variables: variables)
    {
      return value
    }
    let problem = problems(
      of: argument.value, in: document, as: definition.type, variables: variables ?? .empty,
      limit: 1
    ).first
    throw GraphQLError(
      "Argument \"\(definition.name)\" has invalid value\(problem?.pathText ?? ""): "
        + (problem?.message ?? "It does not fit its type."),
      locations: [document.source.location(at: (problem?.range ?? place).start)],
      code: .badUserInput)
  }
}
