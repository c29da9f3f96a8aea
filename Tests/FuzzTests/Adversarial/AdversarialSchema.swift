/// Schemas that repeat what is hard on the rules of the type system.
enum AdversarialSchema {
  /// Every kind of schema.
  static let all: [AdversarialText] = valid + invalid

  private static let valid = [
    schema("types") { repeated($0) { "type T\($0) { id: Int next: T\($0 / 2) }\n" } },
    schema("types of an interface") {
      "interface I { id: I }\n" + repeated($0) { "type T\($0) implements I { id: T\($0) }\n" }
    },
    schema("interfaces of a type") { parts in
      repeated(parts) { "interface I\($0) { id: Int }\n" } + "type T implements "
        + repeated(parts) { "& I\($0) " } + "{ id: Int }\n"
    },
    schema("interfaces that implement each other") { parts in
      let count = max(1, Int((Double(parts) * 2).squareRoot()))
      return repeated(count) { first in
        "interface I\(first) " + (first > 0 ? "implements " : "")
          + (first > 0 ? repeated(first) { "& I\($0) " } : "") + "{ id: Int }\n"
      }
    },
    schema("fields") { "type T { " + repeated($0) { "f\($0): Int " } + "}\n" },
    schema("arguments") { "type T { f(" + repeated($0) { "a\($0): Int = 1 " } + "): Int }\n" },
    schema("members of a union") { parts in
      repeated(parts) { "type T\($0) { id: Int }\n" } + "union U = "
        + repeated(parts) { "| T\($0) " } + "\n"
    },
    schema("values of an enum") { "enum E { " + repeated($0) { "V\($0) " } + "}\n" },
    schema("default values of a long list") {
      "input I { l: [Int] = [" + repeated($0) { "\($0) " } + "] }\n"
    },
    schema("input types in a chain") {
      repeated($0) { "input I\($0) { a: Int = 1 next: I\($0 + 1) }\n" }
        + "input I\($0) { a: Int }\n"
    },
    schema("input types in a chain of non-null fields") {
      repeated($0) { "input I\($0) { next: I\($0 + 1)! }\n" } + "input I\($0) { a: Int }\n"
    },
    schema("input types whose defaults refer to the next") {
      repeated($0) { "input I\($0) { next: I\($0 + 1) = {} }\n" } + "input I\($0) { a: Int }\n"
    },
    schema("fields whose defaults are objects") {
      "input I { a: Int = 1 }\ninput J { " + repeated($0) { "f\($0): I = {} " } + "}\n"
    },
    schema("interfaces without types") { repeated($0) { "interface I\($0) { id: Int }\n" } },
    schema("extensions of a type") {
      "type T { id: Int }\n" + repeated($0) { "extend type T { f\($0): Int }\n" }
    },
    schema("directives") {
      repeated($0) { "directive @d\($0)(a: Int) repeatable on FIELD | OBJECT\n" }
    },
    schema("a directive applied often") {
      "directive @d(a: Int) repeatable on OBJECT\ntype T " + repeated($0) { "@d(a: \($0)) " }
        + "{ id: Int }\n"
    },
    schema("descriptions") { repeated($0) { "\"\"\"\nAbout \($0)\n\"\"\"\nscalar S\($0)\n" } },
  ]

  private static let invalid = [
    schema("unknown types", isValid: false) {
      repeated($0) { "type Thing\($0) { id: Thin\($0) }\n" }
    },
    schema("types of one name", isValid: false) { repeated($0) { _ in "type T { id: Int }\n" } },
    schema("fields of one name", isValid: false) {
      "type T { " + repeated($0) { _ in "id: Int " } + "}\n"
    },
    schema("types without what their interface has", isValid: false) {
      "interface I { id: Int }\n" + repeated($0) { "type T\($0) implements I { no: Int }\n" }
    },
    schema("extensions of unknown types", isValid: false) {
      repeated($0) { "extend type T\($0) { id: Int }\n" }
    },
    schema("unknown directives in a schema", isValid: false) {
      repeated($0) { "scalar S\($0) @deprecate\($0)\n" }
    },
    schema("input types in one circle", isValid: false) { parts in
      repeated(parts) { "input I\($0) { next: I\(($0 + 1) % parts)! }\n" }
    },
    schema("input types that contain themselves", isValid: false) {
      repeated($0) { "input I\($0) { a: I\($0)! }\n" }
    },
    schema("a member of a union given often", isValid: false) {
      "type T { id: Int }\nunion U = " + repeated($0) { _ in "| T " } + "\n"
    },
    schema("interfaces that implement the next in a circle", isValid: false) { parts in
      repeated(parts) { "interface I\($0) implements I\(($0 + 1) % parts) { id: Int }\n" }
    },
    schema("default values of a wrong type", isValid: false) {
      repeated($0) { "input I\($0) { a: Int = \"x\" }\n" }
    },
  ]

  private static func schema(
    _ name: String, isValid: Bool = true, text: @escaping @Sendable (_ parts: Int) -> String
  ) -> AdversarialText {
    AdversarialText(name, isValid: isValid) { "type Query { id: Int }\n" + text($0) }
  }
}
