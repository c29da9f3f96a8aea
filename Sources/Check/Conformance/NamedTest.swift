/// A test source file.
struct TestSource {
  /// Relative to the top level.
  let path: String
  let text: String
}

/// A test function and the names it goes by: its suite's and its own.
struct NamedTest: Equatable {
  let path: String
  /// Starts at 1.
  let line: Int
  let suite: String
  let name: String
}

/// The test functions of a file, in order.
///
/// A test belongs to the suite that begins before it. A display name is a plain string literal
/// beside the attribute's parenthesis or at the start of the next line, as it is everywhere here; a
/// test or suite without one has an empty name.
func namedTests(in source: TestSource) -> [NamedTest] {
  let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.drop { $0 == " " } }
  var suite = ""
  var tests: [NamedTest] = []
  for (index, line) in lines.enumerated() where line.hasPrefix("@") {
    let next = index + 1 < lines.count ? lines[index + 1] : ""
    guard
      let match = (line + "\n" + next).prefixMatch(
        of: /@(?<kind>Suite|Test)\b(?:\(\n?"(?<name>(?:[^"\\\n]|\\.)*)")?/)
    else { continue }
    let name = match.name.map(String.init) ?? ""
    if match.kind == "Suite" {
      suite = name
    } else {
      tests.append(NamedTest(path: source.path, line: index + 1, suite: suite, name: name))
    }
  }
  return tests
}

/// A row that a name claims to test.
struct RowClaim: Equatable {
  let id: String
  /// In what the behaviour is another one; nil if in nothing.
  let difference: String?
}

/// The rows that the name of a suite or test claims: the section it begins with, and what it has
/// in parentheses, as in `§2.10.4 String Value (L8, L9)` or `(T19, differs: as the reference)`.
func rowClaims(in name: String) -> [RowClaim] {
  let sections = name.prefixMatch(of: /§[\d.]+(?= )/).map {
    [RowClaim(id: String($0.output), difference: nil)]
  }
  let groups = name.matches(
    of: /\((?<ids>[BHILRTX]\d+(?:, [BHILRTX]\d+)*)(?:, differs: (?<reason>[^)]+))?\)/)
  return (sections ?? [])
    + groups.flatMap { group in
      group.ids.split(separator: ", ").map {
        RowClaim(id: String($0), difference: group.reason.map(String.init))
      }
    }
}
