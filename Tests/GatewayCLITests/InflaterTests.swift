import Testing

@testable import GatewayCLI

@Suite("RFC 1952 GZIP file format")
struct InflaterTests {
  private static let text = (0..<20_000).flatMap { Array("line \($0 * 7919 % 1000)\n".utf8) }

  @Test("inflates whatever the size of the pieces", arguments: [1, 2, 17, 4096, 1 << 20])
  func inflates(chunkBytes: Int) throws {
    #expect(try inflate(gzip(Self.text), chunkBytes: chunkBytes) == Self.text)
  }

  @Test("inflates members that follow one another", arguments: [1, 100, 1 << 20])
  func concatenated(chunkBytes: Int) throws {
    let members = gzip(Array("one\n".utf8)) + gzip([]) + gzip(Array("two\n".utf8))
    #expect(try inflate(members, chunkBytes: chunkBytes) == Array("one\ntwo\n".utf8))
  }

  @Test("takes zeros after a member for padding")
  func padded() throws {
    let padded = gzip(Array("one".utf8)) + [UInt8](repeating: 0, count: 512)
    #expect(try inflate(padded, chunkBytes: 64) == Array("one".utf8))
  }

  @Test("holds little at a time, however much a member inflates to")
  func bounded() throws {
    var rest: [UInt8]? = gzip([UInt8](repeating: 0x61, count: 10_000_000))
    var inflater = try Inflater(file: "a.gz")
    var longest = 0
    var total = 0
    while let chunk = try inflater.inflate(reading: {
      defer { rest = nil }; return rest
    }) {
      longest = max(longest, chunk.count)
      total += chunk.count
    }
    #expect(total == 10_000_000)
    #expect(longest == 1 << 17)
  }

  @Test("refuses input that ends inside a member", arguments: [2, 10, 11, 40])
  func truncated(keptBytes: Int) {
    let kept = Array(gzip(Self.text).prefix(keptBytes))
    #expect(throws: GzipError(file: "a.gz", reason: .truncated)) {
      try inflate(kept, chunkBytes: 8)
    }
  }

  @Test("refuses a member without its last byte")
  func withoutLastByte() {
    #expect(throws: GzipError(file: "a.gz", reason: .truncated)) {
      try inflate(gzip(Self.text).dropLast(), chunkBytes: 4096)
    }
  }

  @Test("refuses a wrong checksum and what is no member")
  func corrupt() throws {
    var wrongChecksum = gzip(Self.text)
    wrongChecksum[wrongChecksum.count - 6] ^= 1
    #expect(throws: GzipError(file: "a.gz", reason: .corrupt("incorrect data check"))) {
      try inflate(wrongChecksum, chunkBytes: 4096)
    }
    #expect(throws: GzipError(file: "a.gz", reason: .corrupt("incorrect header check"))) {
      try inflate(gzip(Self.text) + Array("more".utf8), chunkBytes: 4096)
    }
  }

  private func inflate(_ bytes: [UInt8], chunkBytes: Int) throws -> [UInt8] {
    var rest = bytes[...]
    var inflater = try Inflater(file: "a.gz")
    var output: [UInt8] = []
    let read: () -> [UInt8]? = {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(chunkBytes) }
      return Array(rest.prefix(chunkBytes))
    }
    while let chunk = try inflater.inflate(reading: read) { output += chunk }
    return output
  }
}
