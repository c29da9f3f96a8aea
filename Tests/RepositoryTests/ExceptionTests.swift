import Testing

@Suite("Exceptions")
struct ExceptionTests {
  @Test("each has a reason, and none is listed twice")
  func eachHasAReason() {
    #expect(allExceptions.allSatisfy { $0.reason.count > 20 })
    #expect(Set(allExceptions.map { "\($0.check) \($0.path)" }).count == allExceptions.count)
  }

  @Test("canary: one that excuses nothing is found, one that does is not")
  func canaryStale() {
    let findings = [
      Finding(path: "Sources/A.swift", line: 1, message: "excused"),
      Finding(path: "Sources/B.swift", line: 2, message: "not excused"),
    ]
    let exceptions = ["Sources/A.swift", "Sources/C.swift"].map {
      CheckException(check: .wording, path: $0, reason: "a canary")
    }
    #expect(
      unexcused(findings, by: exceptions) == [
        Finding(path: "Sources/B.swift", line: 2, message: "not excused"),
        Finding(path: "Sources/C.swift", line: 0, message: "the exception is no longer needed"),
      ])
  }
}
