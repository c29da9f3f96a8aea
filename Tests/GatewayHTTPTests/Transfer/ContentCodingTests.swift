import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §12.5.3 Accept-Encoding")
struct ContentCodingTests {
  @Test(
    "the coding that a client likes best",
    arguments: [
      (nil, .identity),
      ("", .identity),
      ("gzip", .gzip),
      ("GZip", .gzip),
      ("x-gzip", .gzip),
      ("deflate", .deflate),
      ("identity", .identity),
      ("gzip, deflate, br, zstd", .gzip),
      ("deflate, gzip", .gzip),
      ("deflate;q=0.9,gzip;q=0.8", .deflate),
      ("gzip ; q=0.5 , identity ; q=0.4", .gzip),
      ("gzip;q=0.5, identity;q=0.6", .identity),
      ("gzip;q=0.001", .gzip),
      ("gzip, identity", .gzip),
      ("br", .identity),
      ("br, zstd;q=0.5", .identity),
      ("*", .gzip),
      ("br, *;q=0.1", .gzip),
      ("gzip;q=0, *", .deflate),
      ("gzip;q=0", .identity),
      ("gzip;q=0.000, deflate;q=0", .identity),
    ] as [(String?, ContentCoding)])
  func negotiates(list: String?, coding: ContentCoding) {
    #expect(ContentCoding(accepting: list) == coding)
  }

  @Test(
    "content goes out as it is to a client that refuses everything",
    arguments: ["*;q=0", "identity;q=0", "gzip;q=0, identity;q=0", "br, identity;q=0, *;q=0"])
  func refusesAll(list: String) {
    #expect(ContentCoding(accepting: list) == .identity)
  }

  @Test(
    "an element that is not well-formed says nothing",
    arguments: ["gzip;q=2", "gzip;q=", "gzip;q=0.1234", "gzip;level=9", "gzip;q=1;q=1", ",,", ";"])
  func malformed(list: String) {
    #expect(ContentCoding(accepting: list) == .identity)
  }
}
