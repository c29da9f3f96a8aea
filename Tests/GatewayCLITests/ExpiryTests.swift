import Testing

@testable import GatewayCLI

@Suite("When a token ends")
struct ExpiryTests {
  @Test(
    "is so long from now, or a date, or a time",
    arguments: [
      ("30m", Expiry.after(.seconds(1_800))),
      ("12h", .after(.seconds(43_200))),
      ("90d", .after(.seconds(7_776_000))),
      ("2w", .after(.seconds(1_209_600))),
      ("1970-01-02", .at(86_400_000_000)), ("1970-01-01T01:00:00+01:00", .at(0)),
    ])
  func accepted(text: String, expiry: Expiry) {
    #expect(Expiry(argument: text) == expiry)
  }

  @Test(
    "is nothing else",
    arguments: ["", "d", "-1d", "0h", "1.5d", "soon", "2027-02-30", "99999999999999999d", "5"])
  func refused(text: String) {
    #expect(Expiry(argument: text) == nil)
  }

  @Test("a length counts from now")
  func instant() {
    #expect(Expiry.after(.milliseconds(5)).instant(after: 10) == 5_010)
    #expect(Expiry.at(5).instant(after: 10) == 5)
  }
}
