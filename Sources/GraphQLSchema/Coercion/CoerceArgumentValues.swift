import GraphQLLanguage

/// Why an argument has no value, and where in the document that is, as a byte offset.
///
/// Lines and columns are looked up later, for all errors of a response together.
public struct ArgumentError: Error, Sendable, Equatable {
  /// The sentence for the client.
  public let message: String
  /// Where the value, or the field or directive without one, starts.
  public let place: Int32
}

extension GraphQLError {
  /// The error as a response shows it. Costs a scan of the text.
  public init(_ error: ArgumentError, in source: Source) {
    self.init(
      error.message, locations: [source.location(at: error.place)], code: .badUserInput)
  }
}

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
  ) throws(ArgumentError) -> [InputValue?] {
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
  ) throws(ArgumentError) -> InputValue? {
    guard let argument else {
      guard definition.isRequired else { return definition.defaultValue }
      throw ArgumentError(
        message: "Argument \"\(definition.name)\" of required type "
          + "\"\(text(of: definition.type))\" was not provided.",
        place: place.start)
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
    throw ArgumentError(
      message: "Argument \"\(definition.name)\" has invalid value\(problem?.pathText ?? ""): "
        + (problem?.message ?? "It does not fit its type."),
      place: (problem?.range ?? place).start)
  }
}
