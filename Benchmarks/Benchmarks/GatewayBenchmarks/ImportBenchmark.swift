import Benchmark

/// The sample catalog into an empty database in memory.
func registerImportBenchmark() {
  Benchmark(
    "import the sample catalog",
    configuration: Benchmark.Configuration(timeUnits: .milliseconds, warmupIterations: 1)
  ) { benchmark, file in
    for _ in benchmark.scaledIterations {
      blackHole(try MeasuredCatalog.importSample(file))
    }
  } setup: {
    try MeasuredCatalog.sample()
  }
}
