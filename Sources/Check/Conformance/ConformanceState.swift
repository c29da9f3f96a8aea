/// What the tests say of one row.
struct ConformanceState: Equatable {
  /// The tests that name the row, in the order of their files.
  var tests: [NamedTest] = []
  /// In what the behaviour is another one, each difference once.
  var differences: [String] = []
}

/// What the tests say of every row that they name, by its id.
func conformanceStates(of tests: [NamedTest]) -> [String: ConformanceState] {
  var states: [String: ConformanceState] = [:]
  for test in tests {
    let claims = rowClaims(in: test.suite) + rowClaims(in: test.name)
    for id in Set(claims.map(\.id)) { states[id, default: ConformanceState()].tests.append(test) }
    for case .some(let (id, difference)) in claims.map(\.stated)
    where states[id]?.differences.contains(difference) == false {
      states[id]?.differences.append(difference)
    }
  }
  return states
}

extension RowClaim {
  /// The row and the difference, if there is one.
  fileprivate var stated: (id: String, difference: String)? {
    difference.map { (id, $0) }
  }
}

/// What is wrong with the names of the tests: ids that are no row's, and rows that no test names
/// and that are not for later.
///
/// A section that is no row's is none of these: suites are named by any section they test.
func conformanceGaps(in tests: [NamedTest], tables: [ConformanceTable]) -> [String] {
  let rows = tables.flatMap(\.rows)
  let ids = Set(rows.map(\.id))
  let states = conformanceStates(of: tests)
  let unknown = states.filter { id, _ in !id.hasPrefix("§") && !ids.contains(id) }
    .sorted { $0.key < $1.key }
    .flatMap { id, state in
      state.tests.map { "\($0.path):\($0.line): there is no row \(id)" }
    }
  let untested = rows.filter { $0.stage.mustBeTested && states[$0.id] == nil }
    .map { "no test names \($0.id): \($0.behaviour)" }
  return unknown + untested
}

extension ConformanceRow.Stage {
  /// Whether a row of this stage must have tests.
  var mustBeTested: Bool {
    switch self {
    case .edition, .expected, .workingDraft: true
    case .merged, .draft, .proposal: false
    }
  }
}
