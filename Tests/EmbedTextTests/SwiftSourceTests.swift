import Foundation
import Testing

@testable import EmbedText

@Suite("Embedded texts")
struct SwiftSourceTests {
  @Test(
    "escapes what a literal of one line cannot hold",
    arguments: [
      ("plain text # no escape", "plain text # no escape"),
      (#"say "yes""#, #"say \"yes\""#),
      (#"a\(b)"#, #"a\\(b)"#),
      (#""""block""""#, #"\"\"\"block\"\"\""#),
      ("two\nlines\r\n\tindented", #"two\nlines\r\n\tindented"#),
      ("\0\u{1}\u{7f}\u{85}", #"\u{0}\u{1}\u{7f}\u{85}"#),
      ("\u{2028}\u{2029}\u{202e}\u{feff}", #"\u{2028}\u{2029}\u{202e}\u{feff}"#),
      ("é ع 日本 👍🏽", "é ع 日本 👍🏽"),
      ("👩\u{200d}💻", #"👩\u{200d}💻"#),
    ])
  func escapes(text: String, literal: String) {
    #expect(escaped(text) == literal)
  }

  @Test(
    "names a constant after its file",
    arguments: [
      ("Schema.graphql", "schemaGraphQL"),
      ("sample-catalog.ndjson", "sampleCatalogNDJSON"),
      ("explorer.html", "explorerHTML"),
      ("2192.txt", "_2192Txt"),
    ])
  func names(file: String, constant: String) {
    #expect(constantName(of: file) == constant)
  }

  @Test("declares one constant for each file")
  func declares() throws {
    let source = try swiftSource(embedding: [
      EmbeddedText(file: "a.txt", bytes: Data("one\n".utf8)),
      EmbeddedText(file: "b.json", bytes: Data("{}".utf8)),
    ])
    #expect(
      source == """
        /// Texts that the build embedded; see `EmbedTextPlugin`.
        enum Embedded {
          /// `a.txt`.
          static let aTxt: StaticString = "one\\n"
          /// `b.json`.
          static let bJSON: StaticString = "{}"
        }

        """)
  }

  @Test("refuses what is no UTF-8")
  func refusesOtherEncodings() {
    #expect(throws: EmbeddingError.notUTF8(file: "latin.txt")) {
      try swiftSource(embedding: [EmbeddedText(file: "latin.txt", bytes: Data([0xE9]))])
    }
  }

  @Test("refuses two files of one name")
  func refusesSameName() {
    let texts = ["a-b.txt", "a.b.txt"].map { EmbeddedText(file: $0, bytes: Data()) }
    #expect(throws: EmbeddingError.sameConstant(name: "aBTxt")) {
      try swiftSource(embedding: texts)
    }
  }
}
