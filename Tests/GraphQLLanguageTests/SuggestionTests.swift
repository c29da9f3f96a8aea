import GraphQLLanguage
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "are the options that few edits away, the closest first",
    arguments: [
      ("", ["a"], ["a"]), ("input", [], []), ("slightly", ["slightly different"], []),
      ("a", ["aa", "ab", "b", "abc"], ["aa", "ab", "b"]), ("greetings", ["greeting"], ["greeting"]),
      ("verylongstring", ["VERYLONGSTRING"], ["VERYLONGSTRING"]), ("ab", ["ba"], ["ba"]),
      ("abc", ["a", "ab", "abc"], ["abc", "ab", "a"]),
      ("GraphQl", ["graphics", "SQL", "GraphQL", "quarks", "mark"], ["GraphQL", "graphics"]),
      ("a", ["az", "ax", "ay"], ["ax", "ay", "az"]),
      ("test", ["tes", "test1", "test10", "test2"], ["tes", "test1", "test2", "test10"]),
      ("nmae", ["name", "nmaes", "id"], ["name", "nmaes"]), ("a", ["b", "b"], ["b"]),
    ])
  func list(input: String, options: [String], expected: [String]) {
    #expect(suggestionList(input, options) == expected)
  }

  @Test(
    "end a message as a question with at most five names",
    arguments: [
      ([], nil, ""), (["A"], nil, #" Did you mean "A"?"#),
      (["A", "B"], nil, #" Did you mean "A" or "B"?"#),
      (["A", "B", "C"], "the enum value", #" Did you mean the enum value "A", "B", or "C"?"#),
      (["A", "B", "C", "D", "E", "F"], nil, #" Did you mean "A", "B", "C", "D", or "E"?"#),
    ] as [([String], String?, String)])
  func question(suggestions: [String], subMessage: String?, expected: String) {
    #expect(didYouMean(suggestions, subMessage) == expected)
  }

  @Test("natural order counts numbers as numbers")
  func naturalOrder() {
    let ordered = ["", "0", "00", "01", "2", "10", "A", "A1", "A2", "A10", "A10B", "AB", "a"]
    #expect(ordered.reversed().sorted(by: naturallyPrecedes) == ordered)
  }

  @Test("lists have commas from the third item on")
  func lists() {
    #expect(orList([]) == "")
    #expect(andList(["A"]) == "A")
    #expect(andList(["A", "B"]) == "A and B")
    #expect(andList(["A", "B", "C"]) == "A, B, and C")
  }
}
