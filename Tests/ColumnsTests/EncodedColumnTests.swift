import Columns
import Testing

@Suite("Columns of finished JSON")
struct EncodedColumnTests {
  private func cells(_ column: EncodedColumn) -> [String] {
    (0..<column.count).map { String(decoding: column.bytes[column.range(of: $0)], as: UTF8.self) }
  }

  @Test("texts are escaped as they enter, nil is null")
  func texts() {
    let column = EncodedColumn(["a\"b", nil, "", "null"])
    #expect(cells(column) == [#""a\"b""#, "null", #""""#, #""null""#])
    #expect(column.nullCount == 1)
    #expect((0..<4).map { column.isNull($0) } == [false, true, false, false])
  }

  @Test("ids are quoted numbers")
  func ids() {
    let column = EncodedColumn(ids: [7, .max])
    #expect(cells(column) == [#""7""#, #""9223372036854775807""#])
  }

  @Test("JSON enters as it is")
  func json() {
    var column = EncodedColumn()
    column.reserve(rows: 2, bytes: 16)
    Array("[1,\"a\"]".utf8).withUnsafeBufferPointer { column.append(json: $0) }
    column.appendNull()
    #expect(cells(column) == [#"[1,"a"]"#, "null"])
    #expect(column.nullCount == 1)
  }
}

@Suite("Columns that share an arena")
struct EncodedColumnsBuilderTests {
  @Test("have their cells beside each other, row by row")
  func rows() {
    var builder = EncodedColumnsBuilder(columns: 2, rows: 1)
    for (text, json) in [("a\"", "[1]"), ("", nil), (nil, "[]")] as [(String?, String?)] {
      if var text { text.withUTF8 { builder.append(text: $0) } } else { builder.appendNull() }
      if var json { json.withUTF8 { builder.append(json: $0) } } else { builder.appendNull() }
    }
    let columns = builder.finish()
    #expect(columns.map(\.count) == [3, 3])
    #expect(columns.map(\.nullCount) == [1, 1])
    #expect(
      columns.map { column in
        (0..<3).map { String(decoding: column.bytes[column.range(of: $0)], as: UTF8.self) }
      } == [[#""a\"""#, #""""#, "null"], ["[1]", "null", "[]"]])
    #expect(
      columns.map { column in (0..<3).map(column.isNull) } == [
        [false, false, true], [false, true, false],
      ])
  }

  @Test("are none where there are none")
  func none() {
    #expect(EncodedColumnsBuilder(columns: 0, rows: 4).finish().isEmpty)
  }
}
