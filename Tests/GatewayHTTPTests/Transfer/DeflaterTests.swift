import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §8.4.1 Content Codings")
struct DeflaterTests {
  private static let bodies: [[UInt8]] = [
    [], [0], Array(#"{"data":{"__typename":"Query"}}"#.utf8),
    (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) },
    // Nothing that can be made shorter.
    noise(bytes: 300_000),
  ]

  @Test(
    "what is compressed comes back, however often a stream was used before",
    arguments: [ContentCoding.gzip, .deflate])
  func roundTrips(coding: ContentCoding) throws {
    let deflater = Deflater()
    for body in Self.bodies + Self.bodies.reversed() {
      let compressed = try #require(deflater.compress(body, as: coding))
      #expect(try inflate(compressed) == body)
    }
  }

  @Test("the same body always makes the same bytes, which tell the format")
  func isDeterministic() throws {
    let used = Deflater()
    for body in Self.bodies {
      let gzip = try #require(used.compress(body, as: .gzip))
      let zlib = try #require(used.compress(body, as: .deflate))
      #expect(gzip == Deflater().compress(body, as: .gzip))
      #expect(zlib == Deflater().compress(body, as: .deflate))
      #expect(gzip.prefix(3) == [0x1F, 0x8B, 8])
      #expect(zlib[0] == 0x78)
    }
  }

  @Test("more effort makes it no longer")
  func effort() throws {
    let body = Self.bodies[3]
    let once = try #require(Deflater(.once).compress(body, as: .gzip))
    let ever = try #require(Deflater(.ever).compress(body, as: .gzip))
    #expect(ever.count < once.count)
    #expect(try inflate(ever) == body)
  }

  @Test("identity is nothing to do")
  func identity() {
    #expect(Deflater().compress([1, 2, 3], as: .identity) == nil)
  }
}

/// Bytes without a pattern that a compressor could find, always the same.
func noise(bytes: Int) -> [UInt8] {
  var state: UInt64 = 1
  return (0..<bytes).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}
