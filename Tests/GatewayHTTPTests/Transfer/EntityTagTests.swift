import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §13.1.2 If-None-Match")
struct EntityTagTests {
  private let tag = EntityTag(of: Array("abc".utf8))
  private let text = "\"ba7816bf8f01cfea414140de5dae2223\""

  @Test("a tag is the beginning of the hash, in quotes")
  func hashes() {
    #expect(String(decoding: tag.text, as: UTF8.self) == text)
    #expect(EntityTag(of: Array("abd".utf8)) != tag)
  }

  @Test("a list has the tag, strong or weak, or everything")
  func lists() {
    let lists = [
      text, "W/\(text)", " \(text) ", "\"a\", \(text)", "\"\",W/\"b,c\" ,\t\(text)", ", ,\(text),",
      "*", " * ",
    ]
    for list in lists { #expect(tag.isListed(in: list), "\(list)") }
  }

  @Test("a list does not have it")
  func doesNotList() {
    let bare = text.dropFirst().dropLast()
    let lists = [
      "", ",", "\"a\"", String(bare), "\"\(bare)", "\(bare)\"", text.uppercased(), "w/\(text)",
      "\"a\" \(text)", "x\(text)", "\(text)x", "**", "\"*\"", "*, \"a\"",
    ]
    for list in lists { #expect(!tag.isListed(in: list), "\(list)") }
  }
}
