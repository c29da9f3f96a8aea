import AllocationCounter
import CatalogGateway
import CatalogStore
import Foundation
import MeasuredQueries

/// Prints what each measured query costs from request body to response bytes, in process: bytes, CPU
/// time, and how many times memory is asked for, which is the same each time.
///
/// Usage: RequestCosts DATABASE [--package ID] [--check FILE]. With a file of counts to hold, a line such
/// as `Q1 50` for each query, ends with status 1 if a query asks for memory another number of times.
/// `--query Q2 --repeat 100` runs one query so often and nothing else, for a profiler.
@main
enum RequestCosts {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let package = option("--package", in: &arguments).flatMap { Int64($0) } ?? 4095
    let expected = try option("--check", in: &arguments).map(counts) ?? [:]
    let only = option("--query", in: &arguments)
    let repetitions = option("--repeat", in: &arguments).flatMap { Int($0) }
    guard let path = arguments.first else {
      print("usage: RequestCosts DATABASE [--package ID] [--check FILE]")
      exit(64)
    }
    let session = try Gateway(catalog: CatalogDatabase(path: path)) { print($0) }.makeSession()
    var differs = false
    for query in MeasuredQuery.allCases where only == nil || only == query.name {
      let request = MeasuredRequest(body: query.body(package: package), session: session)
      // The first time compiles the operation and the statements, the second takes from the caches.
      for _ in 0..<3 { _ = try request.run() }
      if let repetitions {
        for _ in 0..<repetitions { _ = try request.run() }
        continue
      }
      let cost = try request.cost()
      print(
        "\(query.name)  \(cost.bytes) bytes  \(cost.microseconds) µs  \(cost.allocations) allocations"
      )
      if let count = expected[query.name], count != cost.allocations {
        print("\(query.name) asked for memory \(cost.allocations) times instead of \(count)")
        differs = true
      }
    }
    if differs { exit(1) }
  }

  private static func option(_ name: String, in arguments: inout [String]) -> String? {
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
      return nil
    }
    defer { arguments.removeSubrange(index...index + 1) }
    return arguments[index + 1]
  }

  /// The counts in a file, where `#` begins a comment.
  private static func counts(_ path: String) throws -> [String: UInt64] {
    var counts: [String: UInt64] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, parts[0] != "#" { counts[String(parts[0])] = UInt64(parts[1]) }
    }
    return counts
  }
}

/// A request that is made again and again.
struct MeasuredRequest {
  let body: [UInt8]
  let session: GatewaySession

  /// The response's body.
  func run() throws -> [UInt8] {
    let response = session.execute(try GraphQLRequest(body: body))
    precondition(response.outcome == .data, String(decoding: response.body, as: UTF8.self))
    return response.body
  }

  /// What the request costs: the least of several times, since others only add to it.
  func cost() throws -> (bytes: Int, microseconds: Double, allocations: UInt64) {
    let before = allocation_count()
    let bytes = try run().count
    let allocations = allocation_count() - before
    var least = Double.infinity
    for _ in 0..<10 {
      let start = cpuNanoseconds()
      for _ in 0..<100 { _ = try run() }
      least = min(least, Double(cpuNanoseconds() - start) / 100)
    }
    return (bytes, (least / 10).rounded() / 100, allocations)
  }
}

/// The CPU time that this thread has had.
private func cpuNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
