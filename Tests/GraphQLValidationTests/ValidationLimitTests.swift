import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("§5 Validation")
struct ValidationTests {
  @Test("gives the fragments of a valid document by name")
  func fragments() throws {
    let document = try parseDocument(
      Source("{ venue { ...A } } fragment A on Venue { ...B } fragment B on Venue { name }"))
    let validated = try validate(document, against: musicSchema)
    #expect(validated.fragment(named: "A").map { document.text($0.typeCondition) } == "Venue")
    #expect(validated.fragment(named: "B") != nil)
    #expect(validated.fragment(named: "C") == nil)
  }

  @Test("ignores descriptions (L14)")
  func descriptions() throws {
    #expect(
      try errors(
        in: #"""
          "A venue." query Q("Whether to shout." $u: Boolean = true) { venue { ...F } }
          """
          What a venue says.
          """
          fragment F on Venue { name(upper: $u) }
          """#) == [])
  }

  @Test("stops after a hundred errors and says so")
  func errorLimit() throws {
    let fields = (0..<150).map { "zzzz\($0)" }.joined(separator: " ")
    let errors = try errors(in: "{ venue { \(fields) } }")
    #expect(errors.count == 101)
    #expect(errors[99].message == #"Cannot query field "zzzz99" on type "Venue"."#)
    #expect(
      errors[100].message
        == "Too many validation errors, error limit reached. Validation aborted.")
    #expect(errors[100].locations == [])
  }

  @Test("refuses to follow fragments too deep", arguments: [(98, true), (99, false)])
  func fragmentNesting(count: Int, isValid: Bool) throws {
    let fragments = (0..<count).map { "fragment F\($0) on Venue { nextTo { ...F\($0 + 1) } }" }
    let document = "{ venue { ...F0 } }\n\(fragments.joined(separator: "\n"))\n"
    let errors = try errors(in: document + "fragment F\(count) on Venue { name }")
    #expect(errors.map(\.message) == (isValid ? [] : ["Validation aborted."]))
  }

  @Test("checks a fragment once however often it is reached")
  func sharedFragments() throws {
    let fragments = (0..<90).map {
      "fragment F\($0) on Venue { a: nextTo { ...F\($0 + 1) } b: nextTo { ...F\($0 + 1) } }"
    }
    let document = "{ venue { ...F0 } }\n\(fragments.joined(separator: "\n"))\n"
    #expect(try errors(in: document + "fragment F90 on Venue { name }") == [])
  }

  @Test("compares many fields of one name in linear time")
  func repeatedFields() throws {
    let fields = String(repeating: "name(upper: true) nextTo { name } ", count: 10_000)
    #expect(try errors(in: "{ venue { \(fields) } }") == [])
  }
}
