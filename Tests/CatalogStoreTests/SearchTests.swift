import Testing

@testable import CatalogStore

@Suite("Full-text search")
struct SearchTests {
  let reader: CatalogReader

  init() throws {
    reader = try TestCatalog.sample().reader
  }

  private func find(
    _ text: String, in targets: SearchTargets = [.packages, .grids], first: Int = 20,
    offset: Int = 0
  ) throws -> [Int64] {
    let found = try reader.search(
      text, in: targets, first: first, offset: offset, packageColumns: [], gridColumns: [])
    return found.hits.map { hit in
      (hit.entity == .grid ? found.grids : found.packages).ids[Int(hit.row)]
    }
  }

  @Test("finds packages and grids, a title before a description")
  func findsBoth() throws {
    let found = try reader.search(
      "forms", in: [.packages, .grids], first: 20,
      packageColumns: ColumnSet([PackageColumn.title]), gridColumns: ColumnSet([GridColumn.title]))
    #expect(Set(found.hits.map(\.entity)) == [.package, .grid])
    #expect(found.packages[PackageColumn.title].texts == ["\"django-forms\""])
    #expect(found.grids[GridColumn.title].texts == ["\"Forms\""])
  }

  @Test(
    "all words must occur, the last as a beginning, whatever the case and the accents",
    arguments: [
      ("django", [1, 2]), ("DJANGO rest", [2]), ("django re", [2]), ("re django", []),
      ("creme brulee", [3]), ("CRÈME", [3]), ("nothing", []), ("comp", [10, 20, 30, 40]),
    ])
  func matches(text: String, ids: [Int64]) throws {
    #expect(Set(try find(text)) == Set(ids))
  }

  @Test(
    "nothing that is typed is an operator",
    arguments: [
      "", " ", "\"", "\"\"", "*", "django OR rest AND", "NEAR(", "title:django", "^", "-",
      "a\u{0}b",
      "' OR 1=1 --", "\" OR \"", "(((", "{a b}:c", "\u{1F469}\u{200D}\u{1F467}",
    ])
  func isNoSyntax(text: String) throws {
    #expect(try find(text) == [])
    let filter = Predicate.matches(text)
    #expect(try reader.list(.grid, ListQuery(filter: filter), columns: []).ids == [[]])
  }

  @Test("punctuation beside words is passed over")
  func passesOverPunctuation() throws {
    #expect(try find("-- django ?! rest") == [2])
    #expect(try find("django rest --") == [2])
  }

  @Test("looks only where it is told to, and pages")
  func selectsAndPages() throws {
    #expect(try find("rest", in: .grids) == [20])
    #expect(try find("rest", in: .packages) == [2])
    #expect(try find("rest", in: []) == [])
    let all = try find("comp")
    #expect(try find("comp", first: 3) == Array(all.prefix(3)))
    #expect(try find("comp", first: 3, offset: 3) == Array(all.dropFirst(3)))
    #expect(try find("comp", first: 0) == [])
    #expect(try find("comp", first: -1, offset: -1) == [])
  }

  @Test("words beyond the limit are ignored")
  func limitsWords() throws {
    let words = Array(repeating: "django", count: SearchText.wordLimit) + ["nothing"]
    #expect(Set(try find(words.joined(separator: " "))) == [1, 2])
  }

  @Test("as a filter it goes with others and with any order")
  func filters() throws {
    let query = ListQuery(
      filter: .and([.matches("django"), .not(.compare(.package(.slug), .equal, .text("x")))]),
      order: [OrderTerm(.package(.repoWatchers), descending: true)])
    #expect(try reader.list(.package, query, columns: []).ids == [[2, 1]])
  }
}
