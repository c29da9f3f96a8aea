import AllocationCounter
import CatalogStore
import JSON
import Testing

@testable import CatalogGateway

/// Counts how often a thread asks for memory, which is the same each time. How often a whole query does in
/// a release build, `Benchmarks/allocations.txt` holds.
@Suite("Memory is asked for", .enabled(if: allocation_count() > 0))
struct AllocationTests {
  struct Query: CustomTestStringConvertible {
    /// Of as many objects as the variable says.
    let text: String
    /// How often an object has memory asked for where nothing is optimized. A box or a text a cell would
    /// double it.
    let unoptimizedPerObject: Int

    var testDescription: String { text }

    /// How often one object more has memory asked for, at the most.
    var perObject: Int {
      #if DEBUG
        unoptimizedPerObject
      #else
        0
      #endif
    }
  }

  private static let queries = [
    Query(
      text: "query($first: Int) { packages(first: $first) { id title slug repoUrl repoWatchers } }",
      unoptimizedPerObject: 6),
    Query(
      text: "query($first: Int) { packages(first: $first) { title category { title slug } } }",
      unoptimizedPerObject: 3),
    Query(
      text: "query($first: Int) { packages(first: $first) { commitsOver52 participants } }",
      unoptimizedPerObject: 3),
  ]

  private static let catalog = Result {
    var lines: [UInt8] = []
    try generateCatalog(packages: 150, seed: 7) { lines += $0 }
    let catalog = try CatalogDatabase.inMemory()
    _ = try catalog.importCatalog(
      from: [ImportSource(name: "catalog.ndjson", bytes: lines)]
    ) { _ in }
    return catalog
  }

  @Test("as often for many objects as for few, if the code is optimized", arguments: queries)
  func objects(query: Query) throws {
    let session = try Gateway(catalog: Self.catalog.get()) { _ in }.makeSession()
    let few = try allocations(of: query.text, first: 60, in: session)
    let many = try allocations(of: query.text, first: 120, in: session)
    // Text that turns out longer than expected is moved to more room, once an entity.
    #expect(many <= few + 60 * query.perObject + 2, "\(few), then \(many)")
  }

  /// How often a query asks for memory that has been asked before.
  private func allocations(
    of query: String, first: Int, in session: GatewaySession
  ) throws -> Int {
    let request = GraphQLRequest(
      query: Array(query.utf8), variables: [JSONMember(name: "first", value: .int(Int64(first)))])
    for _ in 0..<2 { #expect(session.execute(request).outcome == .data) }
    let before = allocation_count()
    let response = session.execute(request)
    let count = Int(allocation_count() - before)
    #expect(response.outcome == .data)
    return count
  }
}
