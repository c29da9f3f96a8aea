import Testing

@testable import GatewayHTTP

@Suite("REST v4: page numbers")
struct PageNumbersTests {
  @Test(
    "are the first, the last and those around the current one",
    arguments: [
      (100, 20, 0, 1, [1, 2, 3, 4, 5]), (5400, 2, 2, 2, [1, 2, 3, nil, 2700]),
      (200, 20, 60, 4, [1, 2, 3, 4, 5, nil, 10]), (200, 20, 80, 5, [1, nil, 4, 5, 6, nil, 10]),
      (200, 20, 180, 10, [1, nil, 8, 9, 10]), (5, 2, 1, 2, [1, 2, 3]),
      (5, 2, 100, 3, [1, 2, 3]), (6, 1, 3, 4, [1, 2, 3, 4, 5, 6]),
    ] as [(Int, Int, Int, Int, [Int?])])
  func shown(count: Int, limit: Int, offset: Int, current: Int, shown: [Int?]) {
    let numbers = PageNumbers(count: count, limit: limit, offset: offset)
    #expect(numbers.current == current)
    #expect(numbers.shown == shown)
  }
}
