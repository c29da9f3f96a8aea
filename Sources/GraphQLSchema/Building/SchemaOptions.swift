/// What a schema has beyond the September 2025 edition; nothing unless asked for.
public struct SchemaOptions: Sendable, Hashable {
  /// Whether directive definitions can have directives, and be deprecated. Later than the edition.
  ///
  /// Only a document that was parsed with the option of that name has such definitions.
  public var allowsDirectivesOnDirectiveDefinitions: Bool
  /// Whether `@defer` and `@stream` are among the built-in directives. An experiment.
  public var definesDeferAndStream: Bool

  /// Makes the options of the edition, but for what is given.
  public init(
    allowsDirectivesOnDirectiveDefinitions: Bool = false, definesDeferAndStream: Bool = false
  ) {
    self.allowsDirectivesOnDirectiveDefinitions = allowsDirectivesOnDirectiveDefinitions
    self.definesDeferAndStream = definesDeferAndStream
  }
}
