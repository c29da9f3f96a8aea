/// What one request may cost.
///
/// What goes beyond is refused before the cost is paid, with `LIMIT_EXCEEDED`, or with `TIMEOUT` for the
/// deadline. <doc:Limits> has a table of all limits with their flags and the reasons for the numbers.
public struct RequestLimits: Sendable, Equatable {
  /// Lexical tokens of a document; comments and commas are free. Spec §2.1.5 Lexical Tokens.
  public var tokens = 15_000
  /// How deep fields of an operation stand within each other, those of fragments included; fields
  /// of the root are at depth 1.
  public var depth = 20
  /// Fields of an operation with an alias, fragments counted wherever they are spread.
  public var aliases = 100
  /// Fields that an operation selects at the root, fragments and repetitions counted.
  public var rootFields = 100
  /// Directives of an operation, fragments counted wherever they are spread.
  public var directives = 100
  /// Directives at one place of a document.
  public var directivesPerPlace = 5
  /// Levels of lists and objects inside each other in the value of a variable.
  public var variableNesting = 50
  /// Layers, slots and entries of a plan; see `PlanLimits.nodes`.
  public var planNodes = 100_000
  /// Objects that a field may be asked for with `first` or `last`.
  public var first = 1_000
  /// Rows that all lookups of a request read together.
  public var rows = 200_000
  /// Bytes of a response.
  public var responseBytes = 16 << 20
  /// How long a request may take from when it is begun to be executed; nil for any time.
  public var deadline: Duration? = .seconds(5)
  /// How long a mutation may take from when the writer takes it up; nil for any time. Edits of many
  /// objects at once take longer than any question.
  public var mutationDeadline: Duration? = .seconds(60)
  /// Whether lists of types nest in introspection no deeper than tools need.
  public var limitsIntrospectionDepth = true

  /// Makes the limits of an endpoint that strangers can reach.
  public init() {}

  /// No limits, for an operator's own queries on their own file.
  public static let none: RequestLimits = {
    var limits = RequestLimits().ofTrustedDocuments
    limits.variableNesting = .max
    // More than memory holds; sizes of plans are added up, which must not overflow.
    limits.planNodes = 1_000_000_000
    limits.first = .max
    limits.rows = .max
    limits.responseBytes = .max
    limits.deadline = nil
    limits.mutationDeadline = nil
    return limits
  }()

  /// The same without what bounds a document, for documents that no stranger wrote.
  var ofTrustedDocuments: RequestLimits {
    var limits = self
    limits.tokens = .max
    limits.depth = .max
    limits.aliases = .max
    limits.rootFields = .max
    limits.directives = .max
    limits.directivesPerPlace = .max
    limits.limitsIntrospectionDepth = false
    return limits
  }
}
