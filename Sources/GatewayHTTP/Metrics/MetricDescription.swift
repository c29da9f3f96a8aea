/// What a metric is, for those who read its figures.
public struct MetricDescription: Sendable {
  /// The name, which is the label that the metric is made with.
  public let name: String
  /// One sentence.
  public let help: String
  /// The upper bounds of a histogram's buckets, ascending; those of durations in seconds.
  public let bounds: [Double]

  /// Describes a metric.
  public init(_ name: String, _ help: String, bounds: [Double] = durationBounds) {
    self.name = name
    self.help = help
    self.bounds = bounds
  }

  /// From a request that costs nothing to one that is about to be given up, in seconds.
  public static let durationBounds = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]
}
