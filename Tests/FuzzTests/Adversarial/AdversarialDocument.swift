/// Documents that repeat what is hard on a parser, a validator or a planner.
enum AdversarialDocument {
  /// The schema of every document.
  static let schemaText = """
    interface Node { id: Int next: Node }
    type Query implements Node {
      id: Int next: Node query: Query queries: [Query] pick(at: Int, of: [Int], by: Choice): Query
      some: Some
    }
    type Other implements Node { id: Int next: Node query: Query other: Other name: String }
    type Third implements Node { id: Int next: Node query: Query third: Third }
    union Some = Query | Other | Third
    input Choice { at: Int not: Choice all: [Choice] }
    type Subscription { id: Int }
    """

  /// Every kind of document.
  static let all: [AdversarialText] = selections + fragments + values + definitions + mistakes

  private static let selections = [
    AdversarialText("equal fields") { "{ " + repeated($0) { _ in "id " } + "}" },
    AdversarialText("equal fields with arguments") {
      "{ " + repeated($0) { _ in "pick(at: 1, of: [2]) { id } " } + "}"
    },
    AdversarialText("equal fields with selections") {
      "{ " + repeated($0) { _ in "query { id query { id } } " } + "}"
    },
    AdversarialText("aliases") { "{ " + repeated($0) { "a\($0): id " } + "}" },
    AdversarialText("aliases of objects") { "{ " + repeated($0) { "a\($0): query { id } " } + "}" },
    AdversarialText("deep selections") {
      "{ " + repeated($0 / 150) { "a\($0): " + nested(150, "query { ", "id", " }") + " " } + "}"
    },
    AdversarialText("equal deep selections") {
      "{ " + repeated($0 / 150) { _ in nested(150, "query { ", "id", " }") + " " } + "}"
    },
    AdversarialText("deep selections on an interface") {
      "{ " + repeated($0 / 150) { _ in nested(150, "next { ", "id", " }") + " " } + "}"
    },
    AdversarialText("inline fragments") {
      "{ " + repeated($0) { _ in "... on Query { id } " } + "}"
    },
    AdversarialText("inline fragments on alternating types") { parts in
      "{ next { "
        + repeated(parts) { "... on \(["Query", "Other", "Third"][$0 % 3]) { query { id } } " }
        + "} }"
    },
    AdversarialText("conditions") {
      "query ($yes: Boolean!) { "
        + repeated($0) { _ in "id @include(if: $yes) @skip(if: false) " } + "}"
    },
    AdversarialText("conditions on many variables") { parts in
      "query (" + repeated(parts) { "$v\($0): Boolean! " } + ") { "
        + repeated(parts) { "query @include(if: $v\($0)) { id } " } + "}"
    },
    AdversarialText("objects in lists and unions") {
      "{ " + repeated($0) { "a\($0): some { ... on Other { name } ... on Node { id } } " } + "}"
    },
  ]

  private static let fragments = [
    AdversarialText("fragments beside each other") { parts in
      "{ " + repeated(parts) { "...F\($0) " } + "} "
        + repeated(parts) { "fragment F\($0) on Query { query { id } } " }
    },
    AdversarialText("fragments in chains") { parts in
      let chains = max(1, parts / 150)
      return "{ " + repeated(chains) { "...F\($0)x0 " } + "} "
        + repeated(chains) { chain in
          repeated(150) { "fragment F\(chain)x\($0) on Query { id ...F\(chain)x\($0 + 1) } " }
            + "fragment F\(chain)x150 on Query { id } "
        }
    },
    AdversarialText("fragments that spread the next one twice") { parts in
      let chains = max(1, parts / 90)
      return "{ " + repeated(chains) { "...F\($0)x0 " } + "} "
        + repeated(chains) { chain in
          repeated(90) { place in
            let next = "F\(chain)x\(place + 1)"
            return "fragment F\(chain)x\(place) on Query { a: query { ...\(next) } ...\(next) } "
          } + "fragment F\(chain)x90 on Query { id } "
        }
    },
    AdversarialText("fragments that all overlap") { parts in
      let count = min(190, max(2, Int((Double(parts) * 2).squareRoot())))
      return "{ ...F0 } "
        + repeated(count) { first in
          "fragment F\(first) on Query { id "
            + repeated(count - first) { first + $0 + 1 < count ? "...F\(first + $0 + 1) " : "" }
            + "} "
        }
    },
    AdversarialText("one fragment spread often") {
      "{ " + repeated($0) { "a\($0): query { ...F } " }
        + "} fragment F on Query { id query { id } }"
    },
    AdversarialText("one fragment spread often beside a field") {
      "{ " + repeated($0) { "a\($0): query { id ...F } " }
        + "} fragment F on Query { id query { id } }"
    },
    AdversarialText("one large fragment spread often beside a field") { parts in
      "{ " + repeated(parts) { "a\($0): query { id ...F } " } + "} fragment F on Query { "
        + repeated(parts) { "b\($0): id " } + "}"
    },
    AdversarialText("one large fragment spread often") { parts in
      "{ " + repeated(parts) { "a\($0): query { ...F } " } + "} fragment F on Query { "
        + repeated(parts) { "b\($0): id " } + "}"
    },
  ]

  private static let values = [
    AdversarialText("equal arguments of two fields", isValid: false) { parts in
      let arguments = repeated(parts) { "a\($0): 1 " }
      return "{ pick(" + arguments + ") { id } pick(" + arguments + ") { id } }"
    },
    AdversarialText("equal fields of an object with many fields", isValid: false) { parts in
      let object = "{" + repeated(parts) { "a\($0): 1 " } + "}"
      return "{ pick(by: " + object + ") { id } pick(by: " + object + ") { id } }"
    },
    AdversarialText("a list") { "{ pick(of: [" + repeated($0) { "\($0), " } + "]) { id } }" },
    AdversarialText("lists of objects") {
      "{ pick(by: {all: [" + repeated($0) { _ in "{at: 1, not: {at: 2}}, " } + "]}) { id } }"
    },
    AdversarialText("deep objects") {
      "{ "
        + repeated($0 / 150) {
          "a\($0): pick(by: " + nested(150, "{not: ", "{}", "}") + ") { id } "
        }
        + "}"
    },
    AdversarialText("a long string", isValid: false) {
      "{ pick(at: \"" + repeated($0) { _ in "text \\u00e9 " } + "\") { id } }"
    },
    AdversarialText("a long block string", isValid: false) {
      "{ pick(at: \"\"\"\n" + repeated($0) { _ in "  text \\\"\"\" \n" } + "\"\"\") { id } }"
    },
    AdversarialText("comments and commas") {
      "{ " + repeated($0) { _ in ",,, # comment\n" } + "id }"
    },
  ]

  private static let definitions = [
    AdversarialText("variables") { parts in
      "query (" + repeated(parts) { "$v\($0): Int " } + ") { "
        + repeated(parts) { "a\($0): pick(at: $v\($0)) { id } " } + "}"
    },
    AdversarialText("operations") { repeated($0) { "query Q\($0) { id } " } },
    AdversarialText("operations that share many fragments") { parts in
      repeated(parts) { "query Q\($0) { ...All } " } + "fragment All on Query { "
        + repeated(parts) { "...F\($0) " } + "} "
        + repeated(parts) { "fragment F\($0) on Query { id } " }
    },
    AdversarialText("operations that reach many fragments by ways of their own") { parts in
      repeated(parts) { "query Q\($0)($v: Int) { ...G\($0) } " }
        + repeated(parts) { "fragment G\($0) on Query { ...All } " } + "fragment All on Query { "
        + repeated(parts) { "...F\($0) " } + "} "
        + repeated(parts) { "fragment F\($0) on Query { a\($0): pick(at: $v) { id } " + "} " }
    },
    AdversarialText("operations with variables of their own") { parts in
      repeated(parts) { "query Q\($0)($v\($0): Int) { ...G\($0) } " }
        + repeated(parts) { "fragment G\($0) on Query { pick(at: $v\($0)) { id } ...All } " }
        + "fragment All on Query { id }"
    },
    AdversarialText("one operation down a chain of fragments with a variable each") { parts in
      let count = min(190, parts)
      return "query (" + repeated(parts) { "$v\($0): Int " } + ") { ...F0 "
        + repeated(parts) { "a\($0): pick(at: $v\($0)) { id } " } + "} "
        + repeated(count) {
          "fragment F\($0) on Query { b\($0): pick(at: $v\($0)) { id } "
            + ($0 + 1 < count ? "...F\($0 + 1) " : "") + "} "
        }
    },
    AdversarialText("operations that share many variables") { parts in
      repeated(parts) { "query Q\($0)($v: Int) { ...All } " } + "fragment All on Query { "
        + repeated(parts) { "a\($0): pick(at: $v) { id } " } + "}"
    },
  ]

  private static let mistakes = [
    AdversarialText("unknown fields", isValid: false) {
      "{ " + repeated($0) { "querys\($0) " } + "}"
    },
    AdversarialText("unknown arguments", isValid: false) {
      "{ pick(" + repeated($0) { "att\($0): 1 " } + ") { id } }"
    },
    AdversarialText("an argument given often", isValid: false) {
      "{ pick(" + repeated($0) { _ in "at: 1 " } + ") { id } }"
    },
    AdversarialText("unknown directives", isValid: false) {
      "{ id " + repeated($0) { "@skipp\($0) " } + "}"
    },
    AdversarialText("a directive given often", isValid: false) {
      "{ id " + repeated($0) { _ in "@skip(if: false) " } + "}"
    },
    AdversarialText("unknown input fields", isValid: false) {
      "{ pick(by: {" + repeated($0) { "att\($0): 1 " } + "}) { id } }"
    },
    AdversarialText("an input field given often", isValid: false) {
      "{ pick(by: {" + repeated($0) { _ in "at: 1 " } + "}) { id } }"
    },
    AdversarialText("undefined variables", isValid: false) {
      "{ " + repeated($0) { "a\($0): pick(at: $v\($0)) { id } " } + "}"
    },
    AdversarialText("unused variables", isValid: false) {
      "query (" + repeated($0) { "$v\($0): Int " } + ") { id }"
    },
    AdversarialText("a variable defined often", isValid: false) {
      "query (" + repeated($0) { _ in "$v: Int " } + ") { pick(at: $v) { id } }"
    },
    AdversarialText("unknown fragments", isValid: false) {
      "{ " + repeated($0) { "...F\($0) " } + "}"
    },
    AdversarialText("unused fragments", isValid: false) {
      "{ id } " + repeated($0) { "fragment F\($0) on Query { id } " }
    },
    AdversarialText("fragments of one name", isValid: false) {
      "{ ...F } " + repeated($0) { _ in "fragment F on Query { id } " }
    },
    AdversarialText("fragments that spread themselves", isValid: false) {
      "{ id } " + repeated($0) { "fragment F\($0) on Query { ...F\($0) } " }
    },
    AdversarialText("a circle of fragments", isValid: false) { parts in
      "{ ...F0 } " + repeated(parts) { "fragment F\($0) on Query { ...F\(($0 + 1) % parts) } " }
    },
    AdversarialText("fragments of a tree that lead back up", isValid: false) { parts in
      "{ ...F0 } "
        + repeated(parts) { node in
          let nodes = [2 * node + 1, 2 * node + 2, max(node - 1, 0) / 2].filter { $0 < parts }
          return "fragment F\(node) on Query { "
            + repeated(nodes.count) { "a\($0): query { ...F\(nodes[$0]) id } " } + "} "
        }
    },
    AdversarialText("operations without a name", isValid: false) {
      repeated($0) { _ in "{ id } " }
    },
    AdversarialText("fields that cannot merge", isValid: false) {
      "{ " + repeated($0) { "a: pick(at: \($0)) { id } " } + "}"
    },
    AdversarialText("selections that cannot merge", isValid: false) {
      "{ " + repeated($0) { "query { a: pick(at: \($0)) { id } } " } + "}"
    },
    AdversarialText("the last field cannot merge", isValid: false) {
      "{ " + repeated($0) { _ in "a: query { id } " } + "a: id }"
    },
    AdversarialText("root fields of a subscription", isValid: false) {
      "subscription { " + repeated($0) { "a\($0): id " } + "}"
    },
    AdversarialText("type definitions", isValid: false) {
      repeated($0) { "type T\($0) { a: Int } " }
    },
  ]
}

/// The texts of parts 0, 1, … one after the other.
func repeated(_ count: Int, _ part: (Int) -> String) -> String {
  var text = ""
  for index in 0..<max(count, 1) { text += part(index) }
  return text
}

private func nested(_ depth: Int, _ open: String, _ core: String, _ close: String) -> String {
  String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
}
