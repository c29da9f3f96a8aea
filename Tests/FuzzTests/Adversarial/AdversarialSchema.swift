/// A schema of any size that repeats what is hard on the rules of the type system.
struct AdversarialSchema: Sendable {
  /// What the schema is full of.
  let name: String
  /// Whether it keeps all rules.
  let isValid: Bool
  /// The text of so many parts.
  private let text: @Sendable (_ parts: Int) -> String

  private init(
    _ name: String, isValid: Bool = true, text: @escaping @Sendable (_ parts: Int) -> String
  ) {
    self.name = name
    self.isValid = isValid
    self.text = text
  }

  /// A text of about so many bytes: within a tenth, unless the schema has a greatest size.
  func text(bytes: Int) -> String {
    var parts = max(1, bytes / 16)
    for _ in 0..<4 {
      let length = text(parts).utf8.count
      if abs(length - bytes) * 10 <= bytes { break }
      parts = max(1, Int(Double(parts) * Double(bytes) / Double(length)))
    }
    return "type Query { id: Int }\n" + text(parts)
  }

  /// Every kind of schema.
  static let all = valid + invalid

  private static let valid = [
    Self("types") { repeated($0) { "type T\($0) { id: Int next: T\($0 / 2) }\n" } },
    Self("types of an interface") {
      "interface I { id: I }\n" + repeated($0) { "type T\($0) implements I { id: T\($0) }\n" }
    },
    Self("interfaces of a type") { parts in
      repeated(parts) { "interface I\($0) { id: Int }\n" } + "type T implements "
        + repeated(parts) { "& I\($0) " } + "{ id: Int }\n"
    },
    Self("interfaces that implement each other") { parts in
      let count = max(1, Int((Double(parts) * 2).squareRoot()))
      return repeated(count) { first in
        "interface I\(first) " + (first > 0 ? "implements " : "")
          + (first > 0 ? repeated(first) { "& I\($0) " } : "") + "{ id: Int }\n"
      }
    },
    Self("fields") { "type T { " + repeated($0) { "f\($0): Int " } + "}\n" },
    Self("arguments") { "type T { f(" + repeated($0) { "a\($0): Int = 1 " } + "): Int }\n" },
    Self("members of a union") { parts in
      repeated(parts) { "type T\($0) { id: Int }\n" } + "union U = "
        + repeated(parts) { "| T\($0) " } + "\n"
    },
    Self("values of an enum") { "enum E { " + repeated($0) { "V\($0) " } + "}\n" },
    Self("default values of a long list") {
      "input I { l: [Int] = [" + repeated($0) { "\($0) " } + "] }\n"
    },
    Self("input types in a chain") {
      repeated($0) { "input I\($0) { a: Int = 1 next: I\($0 + 1) }\n" }
        + "input I\($0) { a: Int }\n"
    },
    Self("input types in a chain of non-null fields") {
      repeated($0) { "input I\($0) { next: I\($0 + 1)! }\n" } + "input I\($0) { a: Int }\n"
    },
    Self("input types whose defaults refer to the next") {
      repeated($0) { "input I\($0) { next: I\($0 + 1) = {} }\n" } + "input I\($0) { a: Int }\n"
    },
    Self("fields whose defaults are objects") {
      "input I { a: Int = 1 }\ninput J { " + repeated($0) { "f\($0): I = {} " } + "}\n"
    },
    Self("interfaces without types") { repeated($0) { "interface I\($0) { id: Int }\n" } },
    Self("extensions of a type") {
      "type T { id: Int }\n" + repeated($0) { "extend type T { f\($0): Int }\n" }
    },
    Self("directives") {
      repeated($0) { "directive @d\($0)(a: Int) repeatable on FIELD | OBJECT\n" }
    },
    Self("a directive applied often") {
      "directive @d(a: Int) repeatable on OBJECT\ntype T " + repeated($0) { "@d(a: \($0)) " }
        + "{ id: Int }\n"
    },
    Self("descriptions") { repeated($0) { "\"\"\"\nAbout \($0)\n\"\"\"\nscalar S\($0)\n" } },
  ]

  private static let invalid = [
    Self("unknown types", isValid: false) {
      repeated($0) { "type Thing\($0) { id: Thin\($0) }\n" }
    },
    Self("types of one name", isValid: false) { repeated($0) { _ in "type T { id: Int }\n" } },
    Self("fields of one name", isValid: false) {
      "type T { " + repeated($0) { _ in "id: Int " } + "}\n"
    },
    Self("types without what their interface has", isValid: false) {
      "interface I { id: Int }\n" + repeated($0) { "type T\($0) implements I { no: Int }\n" }
    },
    Self("extensions of unknown types", isValid: false) {
      repeated($0) { "extend type T\($0) { id: Int }\n" }
    },
    Self("unknown directives in a schema", isValid: false) {
      repeated($0) { "scalar S\($0) @deprecate\($0)\n" }
    },
    Self("input types in one circle", isValid: false) { parts in
      repeated(parts) { "input I\($0) { next: I\(($0 + 1) % parts)! }\n" }
    },
    Self("input types that contain themselves", isValid: false) {
      repeated($0) { "input I\($0) { a: I\($0)! }\n" }
    },
    Self("a member of a union given often", isValid: false) {
      "type T { id: Int }\nunion U = " + repeated($0) { _ in "| T " } + "\n"
    },
    Self("interfaces that implement the next in a circle", isValid: false) { parts in
      repeated(parts) { "interface I\($0) implements I\(($0 + 1) % parts) { id: Int }\n" }
    },
    Self("default values of a wrong type", isValid: false) {
      repeated($0) { "input I\($0) { a: Int = \"x\" }\n" }
    },
  ]
}
