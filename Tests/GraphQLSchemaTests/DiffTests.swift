import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Changes between two schemas")
struct DiffTests {
  /// What changed, a line each: category, then description.
  private func changes(_ old: String, _ new: String) throws -> [String] {
    let query = " type Query { q: Int }"
    let (breaking, dangerous) = schemaChanges(
      from: try buildSchema(from: parseDocument(Source(old + query))),
      to: try buildSchema(from: parseDocument(Source(new + query))))
    let areSorted =
      breaking.allSatisfy { $0.category.isBreaking }
      && dangerous.allSatisfy { !$0.category.isBreaking }
    #expect(areSorted)
    return (breaking + dangerous).map { "\($0.category.rawValue) \($0.description)" }
  }

  @Test(
    "types",
    arguments: [
      ("scalar A scalar B", "scalar B scalar C", ["TYPE_REMOVED A was removed."]),
      (
        "type T { a: Float b: [ID!] }", "type T { a: Float }",
        [
          "TYPE_REMOVED Standard scalar ID was removed because it is not referenced anymore.",
          "FIELD_REMOVED Field T.b was removed.",
        ]
      ),
      (
        "scalar T", "enum T { A }",
        ["TYPE_CHANGED_KIND T changed from a Scalar type to an Enum type."]
      ),
      (
        "type T { a: Int }", "input T { a: Int }",
        ["TYPE_CHANGED_KIND T changed from an Object type to an Input type."]
      ),
      (
        "union T = Query", "interface T { a: Int }",
        ["TYPE_CHANGED_KIND T changed from a Union type to an Interface type."]
      ),
      (
        "union U = A | B type A { a: Int } type B { a: Int } type C { a: Int }",
        "union U = C | A type A { a: Int } type B { a: Int } type C { a: Int }",
        [
          "TYPE_REMOVED_FROM_UNION B was removed from union type U.",
          "TYPE_ADDED_TO_UNION C was added to union type U.",
        ]
      ),
      (
        "enum E { A B }", "enum E { B C }",
        [
          "VALUE_REMOVED_FROM_ENUM Enum value E.A was removed.",
          "VALUE_ADDED_TO_ENUM Enum value E.C was added.",
        ]
      ),
      (
        "interface I { a: Int } interface J { a: Int } type T implements I { a: Int }",
        "interface I { a: Int } interface J { a: Int } type T implements J { a: Int }",
        [
          "IMPLEMENTED_INTERFACE_REMOVED T no longer implements interface I.",
          "IMPLEMENTED_INTERFACE_ADDED J added to interfaces implemented by T.",
        ]
      ),
    ])
  func types(old: String, new: String, expected: [String]) throws {
    #expect(try changes(old, new) == expected)
  }

  @Test(
    "a field may become stricter, an argument or input field laxer",
    arguments: [
      ("Int", "Int!", true, false),
      ("Int!", "Int", false, true),
      ("Int", "[Int]", false, false),
      ("[Int]", "Int", false, false),
      ("[Int]", "[Int!]!", true, false),
      ("[Int!]!", "[Int]", false, true),
      ("[Int]!", "[Int!]", false, false),
      ("[[Int]]", "[[Int!]]", true, false),
      ("Int", "Float", false, false),
      ("Int!", "Float!", false, false),
    ])
  func typeChanges(old: String, new: String, fieldIsSafe: Bool, inputIsSafe: Bool) throws {
    let keep = " type Keep { a(x: Float): Int }"
    #expect(
      try changes("type T { a: \(old) }" + keep, "type T { a: \(new) }" + keep)
        == (fieldIsSafe
          ? [] : ["FIELD_CHANGED_KIND Field T.a changed type from \(old) to \(new)."]))
    #expect(
      try changes("input T { a: \(old) }" + keep, "input T { a: \(new) }" + keep)
        == (inputIsSafe
          ? [] : ["FIELD_CHANGED_KIND Field T.a changed type from \(old) to \(new)."]))
    #expect(
      try changes("type T { a(x: \(old)): Int }" + keep, "type T { a(x: \(new)): Int }" + keep)
        == (inputIsSafe
          ? []
          : ["ARG_CHANGED_KIND Argument T.a(x:) has changed type from \(old) to \(new)."]))
  }

  @Test(
    "arguments and input fields",
    arguments: [
      (
        "type T { a(x: Int): Int }", "type T { a(y: Int, z: Int!, w: Int! = 1): Int }",
        [
          "ARG_REMOVED Argument T.a(x:) was removed.",
          "REQUIRED_ARG_ADDED A required argument T.a(z:) was added.",
          "OPTIONAL_ARG_ADDED An optional argument T.a(y:) was added.",
          "OPTIONAL_ARG_ADDED An optional argument T.a(w:) was added.",
        ]
      ),
      (
        "input T { x: Int }", "input T { y: Int z: Int! w: Int! = 1 }",
        [
          "REQUIRED_INPUT_FIELD_ADDED A required field T.z was added.",
          "FIELD_REMOVED Field T.x was removed.",
          "OPTIONAL_INPUT_FIELD_ADDED An optional field T.y was added.",
          "OPTIONAL_INPUT_FIELD_ADDED An optional field T.w was added.",
        ]
      ),
      (
        "type T { a(x: Int = 1): Int }", "type T { a(x: Int): Int }",
        ["ARG_DEFAULT_VALUE_CHANGE T.a(x:) defaultValue was removed."]
      ),
      ("type T { a(x: Int): Int }", "type T { a(x: Int = 1): Int }", []),
      (
        "input T { a: [Int] = [1] }", "input T { a: [Int] = [2] }",
        ["INPUT_FIELD_DEFAULT_VALUE_CHANGE T.a has changed defaultValue from [1] to [2]."]
      ),
      (
        "scalar S type T { a(x: S = {a10: 1, a9: {c: 1, b: [2]}}): Int }",
        "scalar S type T { a(x: S = {a9: {b: [2], c: 1}, a10: 1}): Int }", []
      ),
      (
        "scalar S type T { a(x: S = {b: 1, a: \"\"\"t\"\"\"}): Int }",
        "scalar S type T { a(x: S = 1): Int }",
        [
          "ARG_DEFAULT_VALUE_CHANGE T.a(x:) has changed defaultValue "
            + "from { a: \"\"\"t\"\"\", b: 1 } to 1."
        ]
      ),
    ])
  func inputs(old: String, new: String, expected: [String]) throws {
    #expect(try changes(old, new) == expected)
  }

  @Test(
    "directives",
    arguments: [
      (
        "directive @d on FIELD directive @e on FIELD", "directive @e on FIELD",
        ["DIRECTIVE_REMOVED Directive @d was removed."]
      ),
      (
        "directive @d(a: Int, b: Int = 1) repeatable on FIELD | QUERY | OBJECT",
        "directive @d(b: String, c: Int!, e: Int) on QUERY | ENUM",
        [
          "REQUIRED_DIRECTIVE_ARG_ADDED A required argument @d(c:) was added.",
          "DIRECTIVE_ARG_REMOVED Argument @d(a:) was removed.",
          "ARG_CHANGED_KIND Argument @d(b:) has changed type from Int to String.",
          "DIRECTIVE_REPEATABLE_REMOVED Repeatable flag was removed from @d.",
          "DIRECTIVE_LOCATION_REMOVED FIELD was removed from @d.",
          "DIRECTIVE_LOCATION_REMOVED OBJECT was removed from @d.",
        ]
      ),
      (
        "directive @d(a: Int = 1) on FIELD", "directive @d(a: Int = 2) on FIELD",
        ["ARG_DEFAULT_VALUE_CHANGE @d(a:) has changed defaultValue from 1 to 2."]
      ),
    ])
  func directives(old: String, new: String, expected: [String]) throws {
    #expect(try changes(old, new) == expected)
  }
}
