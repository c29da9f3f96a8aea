import Testing

@testable import CatalogStore

@Suite("Writer: answers to repeat")
struct IdempotencyTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  private static let answer = Array("{\"data\":{\"é\":\"\u{2028}\"}}".utf8)
  private static let hour: Int64 = 3_600_000_000

  private func answer(
    _ key: String = "k", of actor: String? = "ann", input: [UInt8] = [1], hours: Int64 = 0
  ) throws -> [UInt8]? {
    try catalog.writer.withGroup {
      try catalog.writer.withScope {
        try catalog.writer.answer(toKey: key, of: actor, input: input, at: hours * Self.hour)
      }
    }
  }

  private func keep(_ key: String = "k", of actor: String? = "ann", input: [UInt8] = [1]) throws {
    try catalog.writer.withGroup {
      try catalog.writer.keep(Self.answer, forKey: key, of: actor, input: input, at: 0)
    }
  }

  @Test("a key's answer comes back byte for byte, and for its actor alone")
  func repeats() throws {
    #expect(try answer() == nil)
    try keep()
    #expect(try answer() == Self.answer)
    #expect(try answer(of: "bob") == nil)
    #expect(try answer(of: nil) == nil)
    #expect(try answer("other") == nil)
  }

  @Test("a key is not for another input")
  func otherInput() throws {
    try keep()
    #expect(throws: EditError.conflict(.idempotencyKeyReused)) { try answer(input: [2]) }
  }

  @Test("a key is free again after a day")
  func retention() throws {
    try keep()
    #expect(try answer(hours: 24) == Self.answer)
    #expect(try answer(input: [2], hours: 25) == nil)
  }

  @Test("an answer whose edit is undone is not kept")
  func undone() throws {
    struct Stop: Error {}
    let writer = catalog.writer
    #expect(throws: Stop.self) {
      try writer.withGroup {
        try writer.keep(Self.answer, forKey: "k", of: "ann", input: [1], at: 0)
        throw Stop()
      }
    }
    #expect(try answer() == nil)
  }
}
