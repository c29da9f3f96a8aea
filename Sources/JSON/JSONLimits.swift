/// What reading a JSON text may cost, and whether it may hold what is no Unicode text.
public struct JSONLimits: Sendable, Hashable {
  /// Levels of lists and objects inside each other. Bounds the recursion of the tree builder.
  public var nestingDepth: Int
  /// Bytes of one value that a ``JSONSplitter`` holds while it waits for the value's end.
  public var valueBytes: Int
  /// Whether half of a surrogate pair can be escaped alone. RFC 8259 §8.2 Unicode Characters.
  ///
  /// In a text that a reader gives, U+FFFD stands for it.
  public var allowsLoneSurrogates: Bool

  /// Makes limits; what is left out is meant for trusted and untrusted texts alike.
  public init(
    nestingDepth: Int = 200, valueBytes: Int = 64 << 20, allowsLoneSurrogates: Bool = false
  ) {
    self.nestingDepth = nestingDepth
    self.valueBytes = valueBytes
    self.allowsLoneSurrogates = allowsLoneSurrogates
  }
}
