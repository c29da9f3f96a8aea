import Testing

@testable import GatewayHTTP

@Suite("REST v4: whole numbers of any size")
struct DecimalNumberTests {
  @Test(
    "reads digits of any script, with a sign, blanks around and single underscores within",
    arguments: [
      ("20", "20"), ("007", "7"), ("0", "0"), ("-0", "0"), ("+5", "5"), ("-12", "-12"),
      (" 1_0 ", "10"), ("\t1\r\n", "1"), ("٣", "3"), ("１０", "10"), ("-٣", "-3"), ("𝟑", "3"),
      ("\u{A0}1\u{2003}", "1"), ("\u{85}1", "1"),
      ("99999999999999999999", "99999999999999999999"),
    ])
  func reads(text: String, number: String) {
    #expect(DecimalNumber(text)?.text == number)
  }

  @Test(
    "takes nothing else for a number",
    arguments: [
      "", " ", "+", "-", "--1", "+ 1", "1 0", "1__0", "_1", "1_", "2.5", "1e2", "0x10", "abc", "²",
      "½", "1\0", "\u{1C}1",
    ])
  func refuses(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test("takes at most 4300 digits")
  func length() {
    #expect(DecimalNumber(String(repeating: "9", count: 4300)) != nil)
    #expect(DecimalNumber(String(repeating: "9", count: 4301)) == nil)
  }

  @Test(
    "adds and subtracts",
    arguments: [
      ("0", "0", "0", "0"), ("2", "3", "5", "-1"), ("99", "1", "100", "98"),
      ("100", "1", "101", "99"), ("-5", "3", "-2", "-8"), ("5", "-7", "-2", "12"),
      ("99999999999999999999", "2", "100000000000000000001", "99999999999999999997"),
    ])
  func arithmetic(_ left: String, _ right: String, sum: String, difference: String) throws {
    let (left, right) = try (#require(DecimalNumber(left)), #require(DecimalNumber(right)))
    #expect((left + right).text == sum)
    #expect((left - right).text == difference)
  }

  @Test("orders by size")
  func order() {
    let numbers = ["-100", "-20", "-3", "0", "3", "20", "100"].compactMap { DecimalNumber($0) }
    #expect(numbers.shuffled().sorted() == numbers)
  }

  @Test("is brought into the bounds of a type")
  func clamps() {
    let great = DecimalNumber("99999999999999999999")
    #expect(great?.clamped(to: Int32.self) == .max)
    #expect(great?.int64 == nil)
    #expect(DecimalNumber(-5).clamped(to: UInt8.self) == 0)
    #expect(DecimalNumber(7).clamped(to: Int32.self) == 7)
  }
}
