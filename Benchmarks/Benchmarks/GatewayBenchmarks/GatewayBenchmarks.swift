import Benchmark

/// Registers every benchmark; the plugin's `main` calls it.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .cpuTotal], timeUnits: .microseconds, warmupIterations: 10,
    maxDuration: .seconds(3), maxIterations: 100_000)
  registerEngineBenchmarks()
  registerQueryBenchmarks()
  registerImportBenchmark()
}
