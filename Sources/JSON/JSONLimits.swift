/// What reading a JSON text may cost.
public struct JSONLimits: Sendable, Hashable {
  /// Levels of lists and objects inside each other. Bounds the recursion of the tree builder.
  public var nestingDepth: Int
  /// Bytes of one value that a ``JSONSplitter`` holds while it waits for the value's end.
  public var valueBytes: Int

  /// Makes limits; what is left out is meant for trusted and untrusted texts alike.
  public init(nestingDepth: Int = 200, valueBytes: Int = 64 << 20) {
    self.nestingDepth = nestingDepth
    self.valueBytes = valueBytes
  }
}
