import Metrics
import Testing

@testable import GatewayHTTP

@Suite("Prometheus text format 0.0.4")
struct PrometheusMetricsTests {
  private func text(_ metrics: PrometheusMetrics) -> String {
    String(decoding: metrics.text, as: UTF8.self)
  }

  @Test("families and series are sorted, each family with its help and type")
  func families() {
    let metrics = PrometheusMetrics([
      MetricDescription("b_total", "Line\nand \\."), MetricDescription("a", "A level."),
    ])
    Counter(label: "b_total", dimensions: [("route", "x")], factory: metrics).increment(by: 2)
    Counter(label: "b_total", dimensions: [("route", "\"w\\\n")], factory: metrics).increment()
    Meter(label: "a", factory: metrics).set(-1.5)
    Gauge(label: "never.described-before", factory: metrics).record(3)
    #expect(
      text(metrics) == #"""
        # HELP a A level.
        # TYPE a gauge
        a -1.5
        # HELP b_total Line\nand \\.
        # TYPE b_total counter
        b_total{route="\"w\\\n"} 1
        b_total{route="x"} 2
        # TYPE never_described_before gauge
        never_described_before 3

        """#)
  }

  @Test("a histogram has cumulative buckets, a sum and a count")
  func histogram() {
    let metrics = PrometheusMetrics([
      MetricDescription("t_seconds", "Time.", bounds: [0.001, 0.5, 2])
    ])
    let timer = Timer(label: "t_seconds", dimensions: [("route", "x")], factory: metrics)
    for milliseconds in [1, 2, 500, 501, 4_000] { timer.recordMilliseconds(milliseconds) }
    #expect(
      text(metrics) == """
        # HELP t_seconds Time.
        # TYPE t_seconds histogram
        t_seconds_bucket{route="x",le="0.001"} 1
        t_seconds_bucket{route="x",le="0.5"} 3
        t_seconds_bucket{route="x",le="2"} 4
        t_seconds_bucket{route="x",le="+Inf"} 5
        t_seconds_sum{route="x"} 5.004
        t_seconds_count{route="x"} 5

        """)
  }

  @Test("a series is the sum of its handles, one a thread")
  func handles() {
    let metrics = PrometheusMetrics([])
    let counters = (0..<3).map { _ in Counter(label: "c_total", factory: metrics) }
    let meters = (0..<3).map { _ in Meter(label: "m", factory: metrics) }
    for (counter, meter) in zip(counters, meters) {
      counter.increment(by: 5)
      meter.increment(by: 2)
    }
    meters[0].decrement()
    counters[1].destroy()
    #expect(text(metrics) == "# TYPE c_total counter\nc_total 15\n# TYPE m gauge\nm 5\n")
  }

  @Test("a name has one type, and only what counters may do counts")
  func misuse() {
    let metrics = PrometheusMetrics([])
    let counter = Counter(label: "x", factory: metrics)
    Meter(label: "x", factory: metrics).set(7)
    counter.increment(by: -1)
    FloatingPointCounter(label: "y", factory: metrics).increment(by: 0.25)
    Recorder(label: "z", aggregate: false, factory: metrics).record(2)
    #expect(
      text(metrics) == "# TYPE x counter\nx 0\n# TYPE y counter\ny 0.25\n# TYPE z gauge\nz 2\n")
  }

  @Test(
    "names have only what a name may have",
    arguments: [("http.client-time", "http_client_time"), ("9x", "_9x"), ("", "_"), ("é:a", "_:a")])
  func names(label: String, name: String) {
    #expect(metricName(label) == name)
  }

  @Test(
    "values are written as they are read back",
    arguments: [
      (0.0, "0"), (1e15, "1000000000000000"), (0.0001, "0.0001"), (1e-5, "1e-05"),
      (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
    ])
  func values(value: Double, text: String) {
    #expect(sampleText(value) == text)
  }
}
