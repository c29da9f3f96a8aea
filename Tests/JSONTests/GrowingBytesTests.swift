import JSON
import Testing

@Suite("Growing bytes")
struct GrowingBytesTests {
  @Test("keep what is added, beyond the room that there was at first")
  func growth() {
    var bytes = GrowingBytes(capacity: 1)
    var expected: [UInt8] = []
    for number in 0..<300 {
      bytes.append(UInt8(truncatingIfNeeded: number))
      bytes.append("text")
      bytes.append(contentsOf: [])
      bytes.append(contentsOf: Array(repeating: 7, count: number))
      expected.append(UInt8(truncatingIfNeeded: number))
      expected += Array("text".utf8) + Array(repeating: 7, count: number)
    }
    #expect(bytes.count == expected.count)
    #expect(bytes.take() == expected)
  }

  @Test("add a second time what is there, also where that needs more room")
  func again() {
    var bytes = GrowingBytes(capacity: 8)
    bytes.append("01234567")
    bytes.appendAgain(2..<6)
    bytes.appendAgain(0..<0)
    bytes.appendAgain(0..<12)
    #expect(String(decoding: bytes.take(), as: UTF8.self) == "012345672345012345672345")
  }

  @Test("count what was removed")
  func removal() {
    var bytes = GrowingBytes(capacity: 4)
    bytes.append("abc")
    bytes.removeAll()
    bytes.append("de")
    #expect(bytes.count == 2)
    #expect(bytes.removedCount == 3)
    bytes.removeAll()
    #expect(bytes.removedCount == 5)
    #expect(bytes.take() == [])
  }

  @Test(
    "take strings and numbers as arrays do",
    arguments: [
      "", "a", "seven b", "eight by", "nine byte", "\"", "\\", "ends with a quote\"",
      "\u{1}23456789", "1234567\u{8}", "a\u{2028}b\u{2029}", "… \u{e2}", "\n\n\n\n\n\n\n\n\n",
      "Ärger",
    ])
  func strings(text: String) throws {
    var array: [UInt8] = []
    appendJSONString(text, to: &array)
    var bytes = GrowingBytes(capacity: 1)
    var copy = text
    copy.withUTF8 { appendJSONString($0, to: &bytes) }
    #expect(bytes.take() == array)
    #expect(try parseJSON(String(decoding: array, as: UTF8.self)) == .string(text))
  }

  @Test(
    "take numbers of every length",
    arguments: [
      0, 9, 10, 99, 100, -1, -10, 999_999_999_999_999_999, 1_000_000_000_000_000_000, .max, .min,
    ] as [Int64])
  func numbers(number: Int64) {
    var array: [UInt8] = []
    appendJSONNumber(number, to: &array)
    var bytes = GrowingBytes(capacity: 1)
    appendJSONNumber(number, to: &bytes)
    #expect(String(decoding: array, as: UTF8.self) == String(number))
    #expect(bytes.take() == array)
  }
}
