import Logging
import Testing

@testable import GatewayCLI

@Suite("Lines of the log")
struct LogFormatTests {
  private func line(
    _ format: LogFormat, _ message: String, _ metadata: Logger.Metadata = [:]
  ) -> String {
    String(
      decoding: format.line(.info, message, metadata, at: 1_771_182_244_199_914), as: UTF8.self)
  }

  private static let metadata: Logger.Metadata = [
    "bytes": .stringConvertible(120), "durationMs": .stringConvertible(0.25), "client": "::1",
    "isHit": .stringConvertible(true), "query": "{ a }", "time": "now", "empty": "",
    "list": ["a", .stringConvertible(UInt64.max)],
  ]

  @Test("as text: time, level, message and sorted members, quoted where they must be")
  func text() {
    #expect(
      line(.text, "Request", Self.metadata)
        == #"2026-02-15T19:04:04.199Z info Request bytes=120 client=::1 durationMs=0.25 empty="" "#
        + #"isHit=true list=["a","18446744073709551615"] query="{ a }" time=now"# + "\n")
  }

  @Test("as JSON: one object, numbers as numbers")
  func json() {
    #expect(
      line(.json, "Request", Self.metadata)
        == #"{"time":"2026-02-15T19:04:04.199Z","level":"info","message":"Request","bytes":120,"#
        + #""client":"::1","durationMs":0.25,"empty":"","isHit":true,"#
        + #""list":["a","18446744073709551615"],"query":"{ a }","time_":"now"}"# + "\n")
  }

  @Test(
    "nobody can forge a line or steer a terminal", arguments: LogFormat.allCases)
  func forgery(format: LogFormat) {
    let evil = "a\n2026 info b\r\u{0}\u{1B}[31m\u{9B}31m\u{85}\u{2028}\u{202E}\"\\"
    let line = line(format, evil, ["name": .string(evil), .init(evil): "x"])
    let body = line.dropLast()
    #expect(line.last == "\n")
    #expect(!body.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value })
    #expect(!body.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{202E}" })
    #expect(body.contains(#"a\n2026 info b\r\u0000\u001b[31m\u009b31m\u0085\u2028\u202e"#))
  }
}
