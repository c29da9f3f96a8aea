import Testing

@testable import CatalogStore

@Suite("Edit: rules for values")
struct EditRuleTests {
  /// What a new package with a value is refused for; nothing if it is made.
  private static let packageCases: [(EditField, EditValue, String?)] = [
    (.title, .null, "must not be null"),
    (.title, .text(""), "must not be empty"),
    (.title, .text(" \u{A0}\t"), "must not be empty"),
    (.title, .text(String(repeating: "é", count: 100)), nil),
    (
      .title, .text(String(repeating: "x", count: 101)),
      "must have at most 100 characters, not 101"
    ),
    (.title, .text("a\0"), "must not contain the character U+0000"),
    (.title, .text("'; DROP TABLE packages; --"), nil),
    (.slug, .text(""), "must not be empty"),
    (.slug, .text("with blank"), "must consist of letters a to z, digits, hyphens and underscores"),
    (.slug, .text("é"), "must consist of letters a to z, digits, hyphens and underscores"),
    (.slug, .text("20250101"), nil),
    (.slug, .text("DRF"), "is the slug of 2 already"),
    (.slug, .null, nil),
    (.repoURL, .text("https://example.org/rest"), "is the repository of package 2 already"),
    (.repoURL, .text("example.org/rest"), "must be an http or https URL"),
    (.repoURL, .text("javascript:alert(1)"), "must be an http or https URL"),
    (.repoURL, .text("HTTPS://EXAMPLE.org"), nil),
    (.repoURL, .text(""), nil),
    (
      .documentationURL, .text("https://e.org/" + String(repeating: "x", count: 187)),
      "must have at most 200 characters, not 201"
    ),
    (.pypiURL, .text("http://"), "must be an http or https URL"),
    (
      .repoDescription, .text(String(repeating: "x", count: 501)),
      "must have at most 500 characters, not 501"
    ),
    (.repoWatchers, .integer(-1), "must be a whole number from 0 to 2147483647"),
    (.repoForks, .integer(2_147_483_648), "must be a whole number from 0 to 2147483647"),
    (.repoForks, .null, "must not be null"),
    (.lastUpdated, .text("2026-02-30T00:00:00Z"), "must be a time as in 2026-02-15T14:03:04-05:00"),
    (.lastUpdated, .text("2026-02-15T14:03:04.5+01:00"), nil),
    (.participants, .texts(["a,b"]), nil),
    (.commitsOver52, .integers([]), nil),
    (.category, .reference(.id(9)), "names a category that is not there: id 9"),
    (.category, .reference(.slug("App")), "names a category that is not there: slug \"App\""),
    (.isLocked, .boolean(true), "cannot be set"),
    (.packages, .references([]), "cannot be set"),
    (.title, .integer(1), "cannot be set"),
  ]

  @Test("each has its own, told by its path", arguments: packageCases.indices)
  func values(index: Int) throws {
    let (field, value, expected) = Self.packageCases[index]
    let catalog = try EditedCatalog()
    var edits: FieldEdits = [.title: .text("New")]
    edits[field] = value
    let problems = try catalog.problems(of: .create(.package, edits))
    if field == .participants {
      #expect(
        problems == [
          "participants.0 must not be empty, contain a comma, or begin or end with a blank"
        ])
    } else {
      #expect(problems == (expected.map { ["\(field.rawValue) \($0)"] } ?? []), "\(value)")
    }
  }

  @Test("all that is wrong is told at once, in the order of the fields")
  func allAtOnce() throws {
    let catalog = try EditedCatalog()
    let edits: FieldEdits = [
      .slug: .text("drf"), .repoWatchers: .integer(-5), .category: .reference(.id(77)),
      .grids: .references([.id(10), .slug("nowhere"), .slug("forms")]),
      .commitsOver52: .integers([1, -1]), .lastFetched: .text("yesterday"),
    ]
    #expect(
      try catalog.problems(of: .create(.package, edits)) == [
        "title is required", "slug is the slug of 2 already",
        "category names a category that is not there: id 77",
        "repoWatchers must be a whole number from 0 to 2147483647",
        "lastFetched must be a time as in 2026-02-15T14:03:04-05:00",
        "commitsOver52.1 must be a whole number from 0 to 2147483647",
        "grids.1 names a grid that is not there: slug \"nowhere\"",
        "grids.2 is named twice: slug \"forms\"",
      ])
    #expect(try catalog.rows("SELECT count(*) FROM packages") == ["6"])
  }

  @Test("grids, categories and features have longer descriptions than packages")
  func descriptions() throws {
    let catalog = try EditedCatalog()
    for (length, isAllowed) in [(1_000, true), (1_001, false)] {
      let text = EditValue.text(String(repeating: "x", count: length))
      for (entity, id) in [(Entity.grid, Int64(10)), (.category, 1), (.feature, 201)] {
        let problems = try catalog.problems(of: .update(entity, .id(id), [.description: text]))
        #expect(problems.isEmpty == isAllowed)
      }
    }
  }

  @Test("a title that no slug can be made of needs one")
  func noSlug() throws {
    let catalog = try EditedCatalog()
    #expect(
      try catalog.problems(of: .create(.grid, [.title: .text("日本語")]))
        == ["slug is required, since none can be made from the title"])
    #expect(
      try catalog.problems(of: .create(.grid, [.title: .text("日本語"), .slug: .text("nihongo")]))
        == [])
  }

  @Test("a slug of one's own, in any case, is not taken")
  func ownSlug() throws {
    let catalog = try EditedCatalog()
    #expect(try catalog.problems(of: .update(.package, .id(2), [.slug: .text("DRF")])) == [])
    #expect(
      try catalog.problems(of: .update(.package, .id(2), [.slug: .null]))
        == ["slug must not be null"])
  }

  @Test("a feature needs a grid that is there")
  func featureGrid() throws {
    let catalog = try EditedCatalog()
    #expect(
      try catalog.problems(of: .create(.feature, [.title: .text("")]))
        == ["grid is required", "title must not be empty"])
    #expect(
      try catalog.problems(
        of: .create(.feature, [.title: .text("X"), .grid: .reference(.id(5))]))
        == ["grid names a grid that is not there: id 5"])
  }
}

@Suite("Slugs made from titles")
struct SlugTests {
  @Test(
    "as the origin makes them",
    arguments: [
      ("Django REST framework", "django-rest-framework"), ("  Forms & Fields  ", "forms-fields"),
      ("a - -- b", "a-b"), ("_private_", "private"), ("Crème Brûlée", "creme-brulee"),
      ("Ước mơ", "uoc-mo"), ("snake_case.py", "snake_casepy"), ("C++", "c"), ("1.0", "10"),
      ("a\u{A0}b", "a-b"), ("e\u{301}", "e"), ("Øl", "l"), ("---", nil), ("日本", nil), ("", nil),
    ] as [(String, String?)])
  func slugs(title: String, slug: String?) {
    #expect(Slug.made(from: title) == slug)
  }
}

@Suite("RFC 3986 §3 Syntax Components: URLs of edits")
struct WebAddressTests {
  @Test(
    "are taken",
    arguments: [
      "http://a", "https://example.org", "HTTPS://Example.org:443/a/b?c=d#e",
      "https://user@example.org/", "https://bücher.example/ä", "http://[::1]:8080/",
      "http://10.0.0.1",
      "https://example.org./x",
    ])
  func valid(url: String) {
    #expect(WebAddress.isValid(url))
  }

  @Test(
    "are refused",
    arguments: [
      "", "http://", "https:///path", "ftp://example.org", "//example.org", "example.org",
      "https://exa mple.org", "https://example.org/a b", "https://example.org/\n", "https://a..b",
      "https://-a.org", "https://a.org:99999", "https://a.org:x", "https://a.org:", "http://[::1",
      "https://a.org/<script>", "mailto:a@b.org", " https://example.org",
    ])
  func invalid(url: String) {
    #expect(!WebAddress.isValid(url))
  }
}

@Suite("Times in New York")
struct NewYorkTimeTests {
  @Test(
    "have the offset in force, and a fraction where there is one",
    arguments: [
      (0, "1969-12-31T19:00:00-05:00"),
      (1_771_182_184_199_914, "2026-02-15T14:03:04.199914-05:00"),
      (1_772_953_199_999_999, "2026-03-08T01:59:59.999999-05:00"),
      (1_772_953_200_000_000, "2026-03-08T03:00:00-04:00"),
      (1_730_611_800_000_000, "2024-11-03T01:30:00-04:00"),
      (1_730_615_400_000_000, "2024-11-03T01:30:00-05:00"),
      (1_709_182_800_000_000, "2024-02-29T00:00:00-05:00"),
      (1_767_243_599_000_010, "2025-12-31T23:59:59.000010-05:00"),
      (1_783_000_000_000_000, "2026-07-02T09:46:40-04:00"),
    ] as [(Int64, String)])
  func texts(instant: Int64, text: String) {
    #expect(newYorkTime(ofInstant: instant) == text)
    #expect(microseconds(ofTime: text) == instant)
  }
}
