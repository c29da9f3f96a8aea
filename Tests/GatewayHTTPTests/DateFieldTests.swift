import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §5.6.7 Date/Time Formats")
struct DateFieldTests {
  @Test(
    "a time is written as HTTP wants it",
    arguments: [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
      (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
    ])
  func formats(seconds: Int64, text: String) {
    #expect(formatHTTPDate(seconds) == text)
  }

  @Test("the line is composed anew when the second changes")
  func followsClock() {
    var seconds: Int64 = 784_111_777
    var field = DateField(now: { seconds })
    #expect(field.current() == Array("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n".utf8))
    seconds += 1
    #expect(field.current() == Array("Date: Sun, 06 Nov 1994 08:49:38 GMT\r\n".utf8))
  }
}
