import GraphQLLanguage
import JSON
import Testing

@testable import GatewayCLI

@Suite("Rows of a response that is still arriving")
struct RowStreamTests {
  private static let responses = [
    #"{"data":{"packages":[{"a":1},{"a":2}]}}"#,
    #"{"data":{"c":{"edges":[{"node":{"a":[1,{"b":"]}"}]}}],"totalCount":9}},"errors":[]}"#,
    #"{"errors":[{"message":"x"}],"data":{"grid":{"tags":["x"],"packages":[{"a":1}]},"b":[{}]}}"#,
    #"{"data":{"nodes":[null, {"a":"\"\\"} , null]},"extensions":{"stats":{"rows":1}}}"#,
    #" { "data" : { "nodes" : [ null , { "a" : 1 } ] , "more" : [ [ { } ] ] } } "#,
    #"{"data":{"mixed":[1,"a,b",{"a":1}],"packages":[{"a":1}]}}"#,
    #"{"data":{"package":{"a":1,"tags":["x"]}}}"#,
    #"{"data":{"deep":[[{"a":1}]],"n":{"nodes":[{"a":1}]}}}"#,
    #"{"data":{"packages":[]}}"#,
    #"{"data":null,"errors":[{"path":["data"]}]}"#,
    #"{"errors":[{"message":"data"}]}"#,
  ]

  @Test("are those of the whole response, however it is cut", arguments: responses)
  func sameRows(response: String) throws {
    let whole = try parseJSON(response)
    let bytes = Array(response.utf8)
    for size in 1...bytes.count {
      var splitter = ResponseRowSplitter()
      var rows: [JSONValue] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        rows += try splitter.split(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      let frame = try parseJSON(splitter.frame)
      if splitter.path == nil { rows = responseRows(of: frame["data"] ?? .null) }
      #expect(rows == responseRows(of: whole["data"] ?? .null))
      #expect(frame["errors"] == whole["errors"])
      #expect(frame["extensions"] == whole["extensions"])
    }
  }

  @Test("have a path to their list, and leave the response without them")
  func frame() throws {
    var splitter = ResponseRowSplitter()
    let response =
      #"{"data":{"n":1,"c":{"no\"des":[{"a":1},{"a":2}],"x":[{"b":1}]},"y":2},"errors":[]}"#
    #expect(try splitter.split(Array(response.utf8)).count == 2)
    #expect(splitter.path == ["c", "no\"des"])
    #expect(
      String(decoding: splitter.frame, as: UTF8.self)
        == #"{"data":{"n":1,"c":{"no\"des":[]}},"errors":[]}"#)
  }

  @Test("csv: few rows have the columns that they show")
  func fewRows() throws {
    let rows = try [#"{"a":null,"c":[1]}"#, #"{"a":{"b":1}}"#].map { try parseJSON($0) }
    var csv = CSVWriter()
    var text: [UInt8] = []
    for row in rows { csv.append(row, selected: { ["z"] }, to: &text) }
    csv.finish(&text)
    #expect(text == csvText(RowGrid(rows)))
  }

  @Test("csv: of many rows the first thousand decide, with what the query selects beside that")
  func manyRows() throws {
    let early = try parseJSON(#"{"category":null,"grids":[],"id":1}"#)
    let late = try parseJSON(#"{"category":{"title":"App"},"grids":[{"id":2}],"id":2}"#)
    var csv = CSVWriter()
    var text: [UInt8] = []
    for number in 0...CSVWriter.heldRows {
      csv.append(
        early, selected: { ["category.title", "category.id", "grids.id", "id", "extra"] }, to: &text
      )
      #expect(text.isEmpty == (number < CSVWriter.heldRows))
    }
    csv.append(late, selected: { [] }, to: &text)
    csv.finish(&text)
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == CSVWriter.heldRows + 3)
    #expect(lines[0] == "category.title,category.id,grids,id,extra")
    #expect(lines[1] == ",,[],1,")
    #expect(lines.last == #"App,,"[{""id"":2}]",2,"#)
  }

  @Test("the columns that a query selects are those of the list at a path")
  func selectedColumnsAtPath() {
    let query = Source(
      "{ c: category(id: 1) { title packages { id category { slug } grids { id } } } }")
    #expect(
      selectedColumns(at: ["c", "packages"], in: query, operation: nil)
        == ["id", "category.slug", "grids"])
    #expect(selectedColumns(at: ["c"], in: query, operation: nil) == ["title", "packages"])
  }
}
