/// All series of one name.
struct MetricFamily: Sendable {
  enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  /// Where a handle's figures are read.
  enum Cell: Sendable {
    case counter(@Sendable () -> Double)
    case gauge(@Sendable () -> Double)
    case histogram([Double], @Sendable () -> HistogramCell.State)

    var kind: Kind {
      switch self {
      case .counter: .counter
      case .gauge: .gauge
      case .histogram: .histogram
      }
    }
  }

  let kind: Kind
  /// The cells of each series, by the text of its labels.
  private var series: [String: [Cell]] = [:]

  init(kind: Kind) {
    self.kind = kind
  }

  /// Adds a cell; one of another kind than the first is not shown, for a name has one type.
  mutating func add(_ cell: Cell, labels: String) {
    guard cell.kind == kind else { return }
    series[labels, default: []].append(cell)
  }

  /// Adds the family's lines, series in the order of their labels.
  func append(name: String, help: String?, to text: inout [UInt8]) {
    if let help { text.append(contentsOf: "# HELP \(name) \(escapedHelp(help))\n".utf8) }
    text.append(contentsOf: "# TYPE \(name) \(kind.rawValue)\n".utf8)
    for (labels, cells) in series.sorted(by: { $0.key < $1.key }) {
      if case .histogram(let bounds, _) = cells.first {
        appendHistogram(name, labels, cells, bounds: bounds, to: &text)
      } else {
        let sum = cells.reduce(0.0) { sum, cell in
          switch cell {
          case .counter(let value), .gauge(let value): sum + value()
          case .histogram: sum
          }
        }
        appendSample(name, labels, sum, to: &text)
      }
    }
  }

  private func appendHistogram(
    _ name: String, _ labels: String, _ cells: [Cell], bounds: [Double], to text: inout [UInt8]
  ) {
    var counts = Array(repeating: Int64(0), count: bounds.count + 1)
    var sum = 0.0
    for case .histogram(_, let state) in cells {
      let state = state()
      for (bucket, count) in state.counts.enumerated() { counts[bucket] += count }
      sum += state.sum
    }
    let prefix = labels.isEmpty ? "" : labels + ","
    var total: Int64 = 0
    for (bucket, count) in counts.enumerated() {
      total += count
      let bound = bucket < bounds.count ? sampleText(bounds[bucket]) : "+Inf"
      appendSample("\(name)_bucket", "\(prefix)le=\"\(bound)\"", Double(total), to: &text)
    }
    appendSample("\(name)_sum", labels, sum, to: &text)
    appendSample("\(name)_count", labels, Double(total), to: &text)
  }

  private func appendSample(
    _ name: String, _ labels: String, _ value: Double, to text: inout [UInt8]
  ) {
    let braced = labels.isEmpty ? "" : "{\(labels)}"
    text.append(contentsOf: "\(name)\(braced) \(sampleText(value))\n".utf8)
  }
}
