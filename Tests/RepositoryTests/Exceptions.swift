/// The checks that a file may be excused from.
enum ExcusableCheck: Hashable, CaseIterable {
  case wording, foundation
}

/// One file that one check leaves alone, and why.
struct CheckException: Hashable {
  let check: ExcusableCheck
  let path: String
  let reason: String
}

/// Every exception there is. One that no longer excuses anything fails a test.
let allExceptions: [CheckException] = []

/// The exceptions from one check.
func exceptions(for check: ExcusableCheck) -> [CheckException] {
  allExceptions.filter { $0.check == check }
}

/// The findings that no exception covers, and a finding for every exception that covers none.
func unexcused(_ findings: [Finding], by exceptions: [CheckException]) -> [Finding] {
  let excusedPaths = Set(exceptions.map(\.path))
  let paths = Set(findings.map(\.path))
  return findings.filter { !excusedPaths.contains($0.path) }
    + exceptions.filter { !paths.contains($0.path) }
    .map { Finding(path: $0.path, line: 0, message: "the exception is no longer needed") }
}
