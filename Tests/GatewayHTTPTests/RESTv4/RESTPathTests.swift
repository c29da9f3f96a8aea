import CatalogGateway
import Testing

@testable import GatewayHTTP

@Suite("REST v4: paths")
struct RESTPathTests {
  @Test(
    "lead to a view, with a format after a dot",
    arguments: [
      ("", .root, nil), (".json", .root, "json"), (".json/", .root, "json"),
      ("packages/", .list(.packages), nil), ("grids.api", .list(.grids), "api"),
      ("categories.x1/", .list(.categories), "x1"), ("search/", .search, nil),
      ("search.json", .search, "json"),
      ("packages/2192/", .object(.packages, name: "2192"), nil),
      ("packages/2192.json", .object(.packages, name: "2192"), "json"),
      ("grids/tax-and-vat.api/", .object(.grids, name: "tax-and-vat"), "api"),
      ("packages/²/", .object(.packages, name: "²"), nil),
      ("packages/a b\n/", .object(.packages, name: "a b\n"), nil),
    ] as [(String, RESTView, String?)])
  func leads(path: String, view: RESTView, suffix: String?) {
    let found = RESTPath(("/api/v4/" + path).utf8)
    #expect(found?.view == view)
    #expect(found?.suffix == suffix)
  }

  @Test(
    "lead nowhere otherwise",
    arguments: [
      "/", ".", ".JSON", "packages", "packages//", "packages.", "packages.JSON", "packages/2192",
      "packages/2192//", "packages/.json", "packages/2192.", "packages/a.b.c", "packages/2192/x/",
      "packages/2192.json/x", "packagesx/", "search/1/", "searching/", "nonexistent/",
    ])
  func leadsNowhere(path: String) {
    #expect(RESTPath(("/api/v4/" + path).utf8) == nil)
  }

  @Test(
    "name packages and grids by id if there are but digits, else by slug",
    arguments: [
      ("2192", .key(.id(2192))), ("002192", .key(.id(2192))), ("２１９２", .key(.id(2192))),
      ("0", .key(.id(0))), ("django-vies", .key(.slug("django-vies"))), ("-1", .key(.slug("-1"))),
      ("2_1", .key(.slug("2_1"))), ("½", .key(.slug("½"))), ("²", .invalid), ("1²", .invalid),
      ("99999999999999999999", .missing), ("a\0", .missing),
    ] as [(String, RESTLookup)])
  func looksUp(name: String, lookup: RESTLookup) {
    #expect(RESTLookup(name, of: .packages) == lookup)
    #expect(RESTLookup(name, of: .grids) == lookup)
  }

  @Test(
    "name categories by whatever is a number",
    arguments: [
      ("1", .key(.id(1))), (" 1 ", .key(.id(1))), ("+1", .key(.id(1))), ("1_0", .key(.id(10))),
      ("-1", .key(.id(-1))), ("apps", .invalid), ("²", .invalid), ("1\0", .invalid),
      ("99999999999999999999", .missing),
    ] as [(String, RESTLookup)])
  func looksUpCategories(name: String, lookup: RESTLookup) {
    #expect(RESTLookup(name, of: .categories) == lookup)
  }
}
