import Testing

@testable import CatalogGateway

@Suite("A cache bounded in bytes")
struct BoundedCacheTests {
  @Test("gives what was kept, and of two for one key the first")
  func values() {
    let cache = BoundedCache<Int, String>(byteLimit: 1_000)
    #expect(cache.find(1) == nil)
    #expect(cache.keep("a", for: 1, bytes: 10) == "a")
    #expect(cache.keep("b", for: 1, bytes: 10) == "a")
    #expect(cache.find(1) == "a")
    #expect(cache.keep("c", for: 1, bytes: 10) == "a")
  }

  @Test("keeps what was used twice through any number that are used once")
  func flood() {
    let cache = BoundedCache<Int, Int>(byteLimit: 1_000)
    for key in 0..<10 { cache.keep(key, for: key, bytes: 10) }
    for key in 0..<10 { #expect(cache.find(key) == key) }
    for key in 10..<10_000 { cache.keep(key, for: key, bytes: 10) }
    #expect((0..<10).allSatisfy { cache.find($0) == $0 })
  }

  @Test("forgets what is used no more, and never holds more than its bytes")
  func bound() {
    let cache = BoundedCache<Int, Int>(byteLimit: 1_000)
    for key in 0..<10_000 {
      cache.keep(key, for: key, bytes: 10)
      _ = cache.find(key)
    }
    let held = (0..<10_000).filter { cache.find($0) != nil }
    #expect(held.count <= 100)
    #expect(held.last == 9_999)
  }

  @Test("does not take what would push out too much")
  func large() {
    let cache = BoundedCache<Int, Int>(byteLimit: 1_000)
    cache.keep(1, for: 1, bytes: 10)
    #expect(cache.keep(2, for: 2, bytes: 900) == 2)
    #expect(cache.find(2) == nil)
    #expect(cache.find(1) == 1)
  }
}
