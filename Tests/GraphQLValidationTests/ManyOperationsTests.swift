import Testing

/// Documents with so many operations that the usages of variables in fragments are found for all of
/// them together, and more usages than are carried through the fragments at a time.
@Suite("§5.8 Variables, of many operations over the same fragments")
struct ManyOperationsTests {
  private static let operationCount = 7
  private static let variableCount = 70
  private static let allVariables = (0..<variableCount).map { "$v\($0): Int" }

  /// Operation n spreads fragment n, which spreads one that uses all variables.
  private func document(
    of variables: (_ operation: Int) -> [String], lastFragment: String = "name: echo"
  ) -> String {
    let operations = (0..<Self.operationCount).map { index in
      "query Q\(index)(\(variables(index).joined(separator: ", "))) { ...F\(index) }"
    }
    let fragments = (0..<Self.operationCount).map { "fragment F\($0) on Query { ...All }" }
    let usages = (0..<Self.variableCount).map { "a\($0): echo(int: $v\($0))" }
    let all = ["fragment All on Query {"] + usages + ["...Last }"]
    let last = ["fragment Last on Query { \(lastFragment) }"]
    return (operations + fragments + all + last).joined(separator: "\n")
  }

  private static let firstUsageLine = 2 * operationCount + 2

  @Test("accepts operations that define what their fragments use", arguments: ["echo", "...All"])
  func accepts(lastFragment: String) throws {
    let errors = try errors(
      in: document(of: { _ in Self.allVariables }, lastFragment: lastFragment))
    #expect(
      errors.map(\.message)
        == (lastFragment == "echo"
          ? [] : [#"Cannot spread fragment "All" within itself via "Last"."#]))
  }

  @Test("refuses what one of them does not define, does not use or defines otherwise")
  func refuses() throws {
    let text = document { operation in
      switch operation {
      case 2: Self.allVariables.filter { $0 != "$v66: Int" }
      case 4: Self.allVariables + ["$extra: Int"]
      case 5: Self.allVariables.map { $0 == "$v3: Int" ? "$v3: String" : $0 }
      default: Self.allVariables
      }
    }
    let extraColumn = "query Q4(\(Self.allVariables.joined(separator: ", ")), ".count + 1
    let wrongColumn = "query Q5($v0: Int, $v1: Int, $v2: Int, ".count + 1
    #expect(
      try errors(in: text)
        == Refusal(
          text,
          Problem(
            #"Variable "$v66" is not defined by operation "Q2"."#,
            "\(Self.firstUsageLine + 66):16", "3:1"),
          Problem(#"Variable "$extra" is never used in operation "Q4"."#, "5:\(extraColumn)"),
          Problem(
            #"Variable "$v3" of type "String" used in position expecting type "Int"."#,
            "6:\(wrongColumn)", "\(Self.firstUsageLine + 3):15")
        ).errors)
  }
}
