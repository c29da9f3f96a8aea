import CatalogStore
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import GatewayCLI

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A server that has said where it listens.
private struct RunningServer {
  let binary: RunningBinary
  let url: String
  let port: Int
  private let line: Data

  init(_ arguments: [String]) throws {
    binary = try RunningBinary(["serve", "--port", "0"] + arguments)
    line = binary.output.availableData
    url = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
    port = try #require(Int(url.split(separator: ":").last?.prefix { $0 != "/" } ?? ""))
  }

  func answer(_ query: String) throws -> String {
    try Binary.run(["query", query, "--endpoint", url, "--output", "compact"]).output
  }

  func send(_ signal: Int32) {
    #expect(kill(binary.processID, signal) == 0)
  }

  func wait() throws -> Binary.Result {
    try binary.wait(output: line)
  }
}

@Suite("Signals to gridql serve")
struct SignalTests {
  @Test("SIGHUP: a new file in the database's place is served, one that is none is not")
  func reload() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path + "/catalog.db"
      let new = folder.path + "/new.db"
      try sampleCatalog().backup(to: database)
      let server = try RunningServer(["--database", database])
      let query = "{ catalog { packageCount } }"
      let before = try server.answer(query)

      _ = try folder.file("bad.db", "no catalog")
      #expect(rename(folder.path + "/bad.db", database) == 0)
      server.send(SIGHUP)
      #expect(try server.answer(query) == before)

      try CatalogDatabase.inMemory().backup(to: new)
      #expect(rename(new, database) == 0)
      server.send(SIGHUP)
      var after = before
      for _ in 1...100 where after == before { after = try server.answer(query) }
      #expect(after == #"{"data":{"catalog":{"packageCount":0}}}"# + "\n")

      server.send(SIGTERM)
      let end = try server.wait()
      #expect(end.status == 0)
      #expect(end.error.contains("Not reloaded"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(Set(names).isSubset(of: ["catalog.db", "catalog.db-wal", "catalog.db-shm"]))
    }
  }

  @Test("a second SIGTERM does not wait for requests that have begun")
  func impatience() async throws {
    // The other tests may keep this one waiting between any two of its steps.
    let server = try RunningServer(
      ["--drain-timeout", "--idle-timeout", "--request-timeout"].flatMap { [$0, "1h"] })
    let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: server.port).get()
    try await client.writeAndFlush(ByteBuffer(string: "POST /graphql HTTP/1.1\r\n"))
    _ = try server.answer("{ __typename }")
    server.send(SIGTERM)
    // Nobody is there for a new connection once the first signal has done its work.
    while try server.answer("{ __typename }") != "" {}
    server.send(SIGTERM)
    #expect(try server.wait().status == 128 + SIGTERM)
    try await client.closeFuture.get()
  }

  @Test(
    "a certificate without its key is wrong usage, one that cannot be read keeps it from serving")
  func certificates() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.file("none.pem", "none")
      #expect(try Binary.run(["serve", "--tls-certificate", file]).status == 64)
      #expect(try Binary.run(["serve", "--hsts", "1d"]).status == 64)
      let both = try Binary.run(["serve", "--tls-certificate", file, "--tls-key", file])
      #expect(both.status == 2)
      #expect(both.error == "error: \(file) holds no certificate in PEM\n")
      let missing = try Binary.run(["serve", "--tls-certificate", "/none", "--tls-key", file])
      #expect(missing.error == "error: cannot open /none: No such file or directory\n")
    }
  }
}

@Suite("The service manager")
struct ServiceManagerTests {
  @Test(
    "is there only if it says so",
    arguments: [nil, "", "relative", "/" + String(repeating: "x", count: 200)])
  func absence(name: String?) {
    #expect(ServiceManager(environment: name.map { ["NOTIFY_SOCKET": $0] } ?? [:]) == nil)
  }
}

@Suite("Times as options")
struct TimeSpanTests {
  @Test(
    "are whole numbers with a unit",
    arguments: [
      ("0s", Duration.zero, "0s"), ("250ms", .milliseconds(250), "250ms"),
      ("90s", .seconds(90), "90s"), ("120s", .seconds(120), "2m"), ("1h", .seconds(3600), "1h"),
      ("365d", .seconds(365 * 86_400), "365d"),
    ])
  func valid(text: String, duration: Duration, canonical: String) {
    #expect(TimeSpan(argument: text)?.duration == duration)
    #expect(TimeSpan(duration).defaultValueDescription == canonical)
  }

  @Test(
    "nothing else", arguments: ["", "5", "s", "-1s", "1.5s", "1w", "1 s", "9999999s", "40000d"])
  func invalid(text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }
}
