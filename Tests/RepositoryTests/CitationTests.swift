import Testing

@Suite("Citations of the specification")
struct CitationTests {
  @Test("each names a section of the September 2025 edition by number and title")
  func resolve() throws {
    let files = try Repository.files(in: ["Sources", "Tests"], extensions: ["swift", "md"])
      .filter { !$0.path.hasPrefix("Tests/RepositoryTests/") }
    #expect(
      files.flatMap { unresolvedCitations(in: $0, headings: specificationHeadings) } == [])
  }

  @Test("every section's parent is a section")
  func tableIsWhole() {
    for number in specificationHeadings.keys {
      let parent = number.split(separator: ".").dropLast().joined(separator: ".")
      #expect(parent.isEmpty || specificationHeadings[parent] != nil, "§\(number)")
    }
  }

  @Test(
    "canary: a wrong number, a wrong title and a missing title are found",
    arguments: [
      ("/// Spec §9.1 Nothing.", "§9.1 is no section"),
      ("/// Spec §6.3.2 Collecting Fields.", "§6.3.2 is titled Field Collection"),
      ("/// See Spec §3.5.1.", "§3.5.1 is titled Int"),
      ("@Suite(\"§3.5.1 Integer\")", "§3.5.1 is titled Int"),
      ("/// Spec §3.6.1 Field Arguments, §3.10 Inputs.", "§3.10 is titled Input Objects"),
    ])
  func canary(line: String, message: String) {
    let file = RepositoryFile(path: "Sources/JSON/Canary.swift", text: "\n\(line)\n")
    #expect(
      unresolvedCitations(in: file, headings: specificationHeadings) == [
        Finding(path: file.path, line: 2, message: message)
      ])
  }

  @Test(
    "whole citations, wrapped ones and those of other documents pass",
    arguments: [
      "/// Spec §6.4.3 Value Completion.",
      "/// As Spec §5.5.1.3 Fragments on Object,\n  /// Interface or Union Types says.",
      "@Suite(\"§3.5.1 Int\")",
      "/// Spec §3.6.1 Field Arguments, §3.10 Input Objects.",
      "/// RFC 9112 §6.3 and sqlite.org.",
    ])
  func passes(text: String) {
    let file = RepositoryFile(path: "Sources/JSON/Canary.swift", text: text)
    #expect(unresolvedCitations(in: file, headings: specificationHeadings) == [])
  }
}
