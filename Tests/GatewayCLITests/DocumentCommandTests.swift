import JSON
import Testing

@testable import GatewayCLI

@Suite("Commands about documents")
struct DocumentCommandTests {
  @Test("schema print gives the gateway's schema, in a form that it takes back")
  func schemaPrint() throws {
    let own = try Binary.run(["schema", "print"])
    #expect(own.status == 0)
    #expect(own.error == "")
    #expect(own.output.contains("\ntype Query {\n"))
    let canonical = try Binary.run(["schema", "print", "-"], input: own.output)
    #expect(canonical.status == 0)
    #expect(canonical.error == "")
    let canonicalAgain = try Binary.run(["schema", "print", "-"], input: canonical.output)
    #expect(canonicalAgain == canonical)
  }

  @Test("schema print merges extensions, and sorts by name if asked")
  func sorted() throws {
    let source =
      "type Query { b: Int a(y: Int, x: Int): E } enum E { Z A } extend type Query { c: E }"
    let printed = try Binary.run(["schema", "print", "-"], input: source)
    #expect(
      printed
        == Binary.Result(
          status: 0,
          output: """
            type Query {
              b: Int
              a(y: Int, x: Int): E
              c: E
            }

            enum E {
              Z
              A
            }

            """, error: ""))
    let sorted = try Binary.run(["schema", "print", "-", "--sort"], input: source)
    #expect(
      sorted
        == Binary.Result(
          status: 0,
          output: """
            enum E {
              A
              Z
            }

            type Query {
              a(x: Int, y: Int): E
              b: Int
              c: E
            }

            """, error: ""))
  }

  @Test("schema print --introspection gives every type and its description")
  func introspection() throws {
    let result = try Binary.run(["schema", "print", "--introspection"])
    #expect(result.status == 0)
    let types = try introspectedTypes(result.output)
    #expect(types.count > 30)
    let undescribed = types.filter { $0["description"] == .null }
    #expect(undescribed.map(\.description) == [])
  }

  @Test("schema print --introspection --sort orders a file's types by name")
  func sortedIntrospection() throws {
    let result = try Binary.run(
      ["schema", "print", "-", "--introspection", "--sort"],
      input: "type Query { z: Z a: A } enum Z { X } scalar A")
    #expect(result.status == 0)
    let names = try introspectedTypes(result.output).compactMap { $0["name"]?.description }
    #expect(names == [#""A""#, #""Query""#, #""Z""#, #""Boolean""#, #""String""#])
  }

  /// The types of an introspection response but the introspection types.
  private func introspectedTypes(_ response: String) throws -> [JSONValue] {
    let types = try #require(try parseJSON(response)["data"]?["__schema"]?["types"])
    guard case .array(let types) = types else { return [] }
    return types.filter { type in
      guard case .string(let name) = type["name"] else { return false }
      return !name.hasPrefix("__")
    }
  }

  @Test(
    "format prints canonical forms, whatever the document is given as",
    arguments: [["format"], ["format", "-"], ["format", "{a,b}"]])
  func format(arguments: [String]) throws {
    #expect(
      try Binary.run(arguments, input: "{a,b}")
        == Binary.Result(status: 0, output: "{\n  a\n  b\n}\n", error: ""))
  }

  @Test(
    "end with 1 and name the place if a document is invalid",
    arguments: [
      (
        ["format", "{ a "],
        "error: Syntax Error: Expected Name, found <EOF>. [GRAPHQL_PARSE_FAILED]\n"
          + "  --> document:1:5\n    { a \n        ^\n"
      ),
      (
        ["validate", "{ __typename }", "{ nothing }"],
        "error: Cannot query field \"nothing\" on type \"Query\". [GRAPHQL_VALIDATION_FAILED]\n"
          + "  --> document:1:3\n    { nothing }\n      ^\n"
      ),
      (
        ["schema", "check", "type Query { a: Nothing }"],
        "error: Unknown type \"Nothing\". Did you mean \"String\"?\n"
          + "  --> document:1:17\n    type Query { a: Nothing }\n                    ^\n"
      ),
      (
        ["validate", "--schema", "type Query { a: Int }", "{ b }"],
        "error: Cannot query field \"b\" on type \"Query\". Did you mean \"a\"? "
          + "[GRAPHQL_VALIDATION_FAILED]\n"
          + "  --> document:1:3\n    { b }\n      ^\n"
      ),
    ])
  func invalid(arguments: [String], error: String) throws {
    #expect(
      try Binary.run(arguments) == Binary.Result(status: 1, output: "", error: error))
  }

  @Test(
    "print nothing if all is well",
    arguments: [
      ["validate", "{ __typename }", "{ packages { title } }"],
      ["schema", "check", "type Query { a: Int }"],
    ])
  func valid(arguments: [String]) throws {
    #expect(try Binary.run(arguments) == Binary.Result(status: 0, output: "", error: ""))
  }
}
