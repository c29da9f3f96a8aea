import JSON
import Testing

@testable import GatewayCLI

@Suite("Formats with rows")
struct RowFormatTests {
  /// A list with a null object, a list of strings, a list of objects, and text of many kinds.
  private static let packages = #"""
    {"catalog":{"packageCount":3},"packages":[
      {"title":"django-vies","watchers":49,"category":null,"participants":["a","b"],
       "grids":[{"title":"Forms"},{"title":"Tax, VAT"}]},
      {"title":"日本語 👍🏽","watchers":1200,"category":{"title":"App","id":"1"},
       "participants":[],"grids":[]},
      {"title":"say \"hi\",\n\u001b[31m\u2028now","watchers":null,"category":{"title":"App"},
       "participants":["c"],"grids":[{"title":"Forms","n":1}]}
    ],"grids":[{"title":"not these"}]}
    """#

  @Test("table: aligned, one line a row, nothing that controls a terminal")
  func table() throws {
    #expect(
      try table(Self.packages) == """
        title                watchers  category.title  category.id  participants  grids
        ───────────────────  ────────  ──────────────  ───────────  ────────────  ───────────────────────
        django-vies                49                               a, b          Forms, Tax, VAT
        日本語 👍🏽                1200  App             1
        say "hi", \u{FFFD}[31m now            App                          c             {"title":"Forms","n":1}

        """)
  }

  @Test("table: cuts the widest columns to fit a terminal, and prints the header in bold there")
  func narrowTable() throws {
    let data = #"{"a":[{"id":1,"text":"a text of many words","note":"short note"}]}"#
    let rows = responseRows(of: try parseJSON(data))
    let table = TextTable(lineColumns: 26, isBold: true)
    #expect(
      String(decoding: table.text(RowGrid(rows)), as: UTF8.self) == """
        \u{1B}[1mid  text        note\u{1B}[0m
        ──  ──────────  ──────────
         1  a text of…  short note

        """)
  }

  @Test("csv: quotes what RFC 4180 wants quoted, lists as JSON, null as nothing")
  func csv() throws {
    let rows = responseRows(of: try parseJSON(Self.packages))
    #expect(
      String(decoding: csvText(RowGrid(rows)), as: UTF8.self)
        == [
          "title,watchers,category.title,category.id,participants,grids",
          #"django-vies,49,,,"["#
            + #"""a"",""b""]","[{""title"":""Forms""},{""title"":""Tax, VAT""}]""#,
          "日本語 👍🏽,1200,App,1,[],[]",
          "\"say \"\"hi\"\",\n\u{1B}[31m\u{2028}now\",,App,,\"[\"\"c\"\"]\","
            + #""[{""title"":""Forms"",""n"":1}]""#,
          "",
        ].joined(separator: "\r\n"))
  }

  @Test("ndjson: one object a line, as it stands in the response")
  func ndjson() throws {
    let rows = responseRows(of: try parseJSON(#"{"a":[{"x":1,"y":[{"z":"é\n"}]},{"x":2.5}]}"#))
    #expect(
      String(decoding: ndjsonText(rows), as: UTF8.self) == """
        {"x":1,"y":[{"z":"é\\n"}]}
        {"x":2.5}

        """)
  }

  @Test(
    "the rows are the first list of objects, outermost first",
    arguments: [
      (#"{"packages":[{"a":1},{"a":2}]}"#, [#"{"a":1}"#, #"{"a":2}"#]),
      (#"{"c":{"edges":[{"node":{"a":1}}],"totalCount":9}}"#, [#"{"node":{"a":1}}"#]),
      (#"{"grid":{"tags":["x"],"packages":[{"a":1}]}}"#, [#"{"a":1}"#]),
      (#"{"nodes":[null,{"a":1}]}"#, ["null", #"{"a":1}"#]),
      (#"{"package":{"a":1,"tags":["x"]}}"#, [#"{"a":1,"tags":["x"]}"#]),
      (
        #"{"catalog":{"n":1},"__typename":"Query"}"#, [#"{"catalog":{"n":1},"__typename":"Query"}"#]
      ),
      (#"{"packages":[]}"#, []),
      (#"{"package":null}"#, []),
      ("null", []),
    ])
  func rows(data: String, rows: [String]) throws {
    #expect(responseRows(of: try parseJSON(data)).map(\.description) == rows)
  }

  @Test("no rows make no columns and no text")
  func nothing() {
    #expect(csvText(RowGrid([])) == [])
    #expect(TextTable().text(RowGrid([])) == [])
  }

  private func table(_ data: String) throws -> String {
    let rows = responseRows(of: try parseJSON(data))
    return String(decoding: TextTable().text(RowGrid(rows)), as: UTF8.self)
  }
}
