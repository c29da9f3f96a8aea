import JSON
import Testing

@Suite("RFC 8259 §7 Strings")
struct JSONStringTests {
  @Test(
    "reads text and escapes",
    arguments: [
      (#""plain text longer than eight bytes""#, "plain text longer than eight bytes"),
      (#""\" \\ \/ \b \f \n \r \t""#, "\" \\ / \u{8} \u{C} \n \r \t"),
      (#""\u0041\u00e9\u20AC""#, "Aé€"),
      (#""\ud83d\ude80""#, "🚀"),
      (#""é€🚀""#, "é€🚀"),
      (#""\u0000""#, "\0"),
      (#""\u2028""#, "\u{2028}"),
    ])
  func reads(text: String, expected: String) throws {
    #expect(try parseJSON(text) == .string(expected))
  }

  @Test(
    "refuses half of a surrogate pair",
    arguments: [#""\ud83d""#, #""\ude80""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\ud83d""#])
  func loneSurrogate(text: String) {
    let error = #expect(throws: JSONError.self) { try parseJSON(text) }
    #expect(error?.reason == .loneSurrogate)
  }

  @Test(
    "takes half of a surrogate pair if asked to, as U+FFFD",
    arguments: [
      (#""\ud83d""#, "\u{FFFD}"), (#""\ude80x""#, "\u{FFFD}x"), (#""\ud83d\n""#, "\u{FFFD}\n"),
      (#""\ud83d\ud83d\ude80""#, "\u{FFFD}🚀"), (#""\ude80\ud83d""#, "\u{FFFD}\u{FFFD}"),
    ])
  func allowedSurrogate(text: String, expected: String) throws {
    let limits = JSONLimits(allowsLoneSurrogates: true)
    #expect(try parseJSON(text, limits: limits) == .string(expected))
  }

  @Test("gives the bytes of half of a surrogate pair as UTF-8 would have them")
  func surrogateBytes() throws {
    var reader = JSONReader(
      Array(#""\ud800""#.utf8), limits: JSONLimits(allowsLoneSurrogates: true))
    var bytes: [UInt8] = []
    reader.append(try reader.readString(), to: &bytes)
    #expect(bytes == [0xED, 0xA0, 0x80])
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try parseJSON([0x22] + bytes + [0x22]) }
    #expect(error?.reason == .invalidUTF8)
  }

  @Test(
    "writes what must be escaped, and U+2028 and U+2029; copies all else",
    arguments: [
      ("", #""""#),
      ("plain", #""plain""#),
      (
        "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}\""
      ),
      ("a\u{2028}b\u{2029}c\u{2027}", "\"a\\u2028b\\u2029c\u{2027}\""),
      ("<é🚀>", #""<é🚀>""#),
    ])
  func writes(text: String, expected: String) throws {
    var output: [UInt8] = []
    appendJSONString(text, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
    #expect(try parseJSON(output) == .string(text))
  }
}
