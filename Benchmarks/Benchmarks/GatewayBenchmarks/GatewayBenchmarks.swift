import Benchmark

/// Registers every benchmark; the plugin's `main` calls it.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 10,
    maxDuration: .seconds(3), maxIterations: 10_000)
  registerEngineBenchmarks()
  registerQueryBenchmarks()
  registerImportBenchmark()
}
