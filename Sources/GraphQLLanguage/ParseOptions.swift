/// What a parser accepts beyond, and refuses within, the grammar of the September 2025 edition.
public struct ParseOptions: Sendable, Equatable {
  /// How many tokens a text may have, comments not counted; nil for any number.
  public var maximumTokens: Int?
  /// How deep selection sets, list and object values and list types may nest, counted together.
  ///
  /// This bounds the parser's recursion, and that of everything which walks its document.
  public var maximumNesting = 200
  /// Whether fragments declare variables, and their spreads give arguments. An experiment.
  public var allowsFragmentArguments = false
  /// Whether a directive definition can have directives, and an extension. Later than the edition.
  public var allowsDirectivesOnDirectiveDefinitions = false

  /// Makes the options of the plain grammar.
  public init() {}
}
