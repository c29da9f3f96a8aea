import CatalogGateway
import CatalogStore
import Dispatch
import JSON
import Synchronization
import Testing

@Suite("Many editors at once")
struct ConcurrentEditTests {
  @Test("no work of one is lost by another, in memory")
  func inMemory() throws {
    try checkNoLostUpdate(EditableCatalog())
  }

  @Test("no work of one is lost by another, in a file")
  func inFile() throws {
    try withDatabasePath { try checkNoLostUpdate(EditableCatalog(path: $0)) }
  }

  private func checkNoLostUpdate(_ catalog: EditableCatalog) throws {
    let conflicts = Mutex(0)
    let problems = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        for _ in 1...25 {
          while try !increment(catalog) { conflicts.withLock { $0 += 1 } }
        }
      } catch {
        problems.withLock { $0.append("\(error)") }
      }
    }
    #expect(problems.withLock { $0 } == [])
    #expect(
      try catalog.data("{ package(id: 1) { repoWatchers version } catalog { revision } }")
        == #"{"package":{"repoWatchers":150,"version":101},"catalog":{"revision":101}}"#)
  }

  /// Adds one to a number that was read before; false if somebody else was faster.
  private func increment(_ catalog: EditableCatalog) throws -> Bool {
    let seen = try parseJSON(
      Array(try catalog.data("{ package(id: 1) { repoWatchers version } }").utf8))["package"]
    guard case .int(let watchers)? = seen?["repoWatchers"],
      case .int(let version)? = seen?["version"]
    else { throw UnexpectedAnswer() }
    let codes = try catalog.codes(
      """
      mutation { updatePackage(input: {package: {id: 1}, ifVersion: \(version),
        repoWatchers: \(watchers + 1)}) { package { version } } }
      """)
    guard codes.isEmpty || codes == ["CONFLICT"] else { throw UnexpectedAnswer() }
    return codes.isEmpty
  }

  private struct UnexpectedAnswer: Error {}

  @Test("many packages are created and changed in one mutation")
  func bulk() throws {
    let catalog = try EditableCatalog()
    let packages = (1...2_000).map {
      "{\"title\": \"Package \($0)\", \"repoWatchers\": \($0), \"grids\": [{\"slug\": \"auth\"}]}"
    }
    let mutation = """
      mutation($packages: [UpsertPackageInput!]!) {
        upsertPackages(input: {packages: $packages}) { created updated unchanged } }
      """
    let variables = "{\"packages\": [\(packages.joined(separator: ","))]}"
    #expect(
      try catalog.data(mutation, variables: variables)
        == #"{"upsertPackages":{"created":2000,"updated":0,"unchanged":0}}"#)
    #expect(
      try catalog.data(mutation, variables: variables)
        == #"{"upsertPackages":{"created":0,"updated":0,"unchanged":2000}}"#)
    #expect(
      try catalog.data("{ grid(slug: \"auth\") { packageCount } }")
        == #"{"grid":{"packageCount":2001}}"#)
  }
}
