import SQLite
import Testing

@testable import CatalogStore

@Suite("Query plans")
struct QueryPlanTests {
  /// Scans and sorts that a plan may have, each with its reason.
  private static let exceptions = [
    PlanException("the keys of a lookup are walked") { step, _ in
      step.hasPrefix("SCAN j VIRTUAL TABLE")
    },
    PlanException("the values of a filter's list are walked") { step, _ in
      step.hasPrefix("SCAN json_each VIRTUAL TABLE")
    },
    PlanException("the full-text index is asked") { step, text in
      step.hasPrefix("SCAN search_index VIRTUAL TABLE") && text.contains("search_index MATCH")
    },
    PlanException("the words of the full-text index are asked for the next one") { step, text in
      step.hasPrefix("SCAN temp.search_words VIRTUAL TABLE") && text.contains("term >= ?1")
    },
    PlanException("what a search ranks is sorted, and is not much") { step, text in
      step == "USE TEMP B-TREE FOR ORDER BY" && text.contains("ORDER BY relevance, rowid")
    },
    PlanException("a list of all walks its order's index up to its limit") { step, text in
      step.hasPrefix("SCAN") && step.contains("INDEX") && text.contains("LIMIT ?2")
        && !text.contains("WHERE") && !text.contains("json_each")
    },
    PlanException("a list of all in the order of its ids walks the table up to its limit") {
      step, text in
      step.hasPrefix("SCAN") && !step.contains("INDEX")
        && text.contains("ORDER BY \(step.suffix(2)).id")
        && text.contains("LIMIT ?2") && !text.contains("WHERE")
    },
    PlanException("an exact total counts the entries of the narrowest index") { step, text in
      step.hasPrefix("SCAN") && step.contains("COVERING INDEX") && text.contains("count(*)")
        && !text.contains("p0 WHERE")
    },
    PlanException("no index serves every filter: the order is walked until the page is full") {
      step, text in
      step.hasPrefix("SCAN p0") && text.contains("packages p0 WHERE")
    },
    PlanException("conditions on a category go through all of them, which are few") { step, _ in
      step.hasPrefix("SCAN c")
    },
    PlanException("a condition on related records goes through the related ones once") {
      step, text in
      step.hasPrefix("SCAN g1") && text.contains("p0.id IN (SELECT")
    },
    PlanException("where an index serves the filter, what it finds is sorted") { step, text in
      step == "USE TEMP B-TREE FOR ORDER BY" && text.contains("FROM packages p0 WHERE")
    },
    PlanException("after an order's first term only ties are sorted") { step, text in
      step.hasPrefix("USE TEMP B-TREE FOR") && step.hasSuffix("OF ORDER BY")
        && text.contains("FROM packages p0")
    },
    PlanException("a parent's list in another order than its own is sorted") { step, text in
      step.hasPrefix("USE TEMP B-TREE FOR") && text.contains("ORDER BY")
        && text.contains("grid_packages m0 CROSS JOIN packages p0")
    },
    PlanException("what a text is like, a walk over the newest titles and slugs tells") {
      step, text in
      step.hasPrefix("SCAN") && text.hasSuffix("LIMIT \(CatalogReader.comparedLimit)")
    },
    PlanException("whether anything waits, the first row tells") { step, text in
      step.hasPrefix("SCAN pending_memberships")
        && text == "SELECT 1 FROM pending_memberships LIMIT 1"
    },
    PlanException("cells are indexed by row and column, and few in each") { step, text in
      step == "USE TEMP B-TREE FOR ORDER BY" && text.contains("elements e0")
    },
  ]

  @Test("no scan and no sort but for a listed reason, and every reason is still needed")
  func plans() throws {
    var unused = Set(Self.exceptions.map(\.reason))
    for shapes in LookupShapes.all {
      let reader = try GeneratedCatalog(packages: 20, seed: 8).catalog.reader
      try shapes(reader)
      #expect(!reader.statementTexts.isEmpty)
      for text in reader.statementTexts {
        for step in try costlySteps(of: text, on: reader.connection) {
          let exception = Self.exceptions.first { $0.allows(step, text) }
          if exception == nil { Issue.record("\(step) in \(text)") }
          unused.subtract(exception.map { [$0.reason] } ?? [])
        }
      }
    }
    #expect(unused == [])
  }

  @Test(
    "would notice",
    arguments: [
      "SELECT id FROM packages WHERE pypi_url = 'x'", "SELECT id FROM features ORDER BY title",
      "SELECT DISTINCT text FROM elements",
      "SELECT * FROM features a CROSS JOIN features b ON a.title = b.title WHERE a.id = 1",
    ])
  func notices(text: String) throws {
    let reader = try TestCatalog.sample().reader
    let steps = try costlySteps(of: text, on: reader.connection)
    #expect(!steps.isEmpty)
    for step in steps { #expect(!Self.exceptions.contains { $0.allows(step, text) }) }
  }
}
