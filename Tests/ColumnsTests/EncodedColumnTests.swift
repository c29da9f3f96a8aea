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
    var column = EncodedColumn()
    column.append(id: 7)
    column.append(id: .max)
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
