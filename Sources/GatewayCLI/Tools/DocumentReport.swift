import ArgumentParser
import GraphQLExecution
import GraphQLLanguage
import JSON

/// How a command about documents prints what it finds.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs: an object a line.
  case json
}

/// Prints what a command finds out about documents, one after the other.
///
/// For people, errors go to standard error with the lines that they are about. For programs, every
/// document is answered on standard output by an object with its errors.
struct DocumentReport {
  let format: ReportFormat
  private var hasErrors = false

  /// Makes a report that says nothing yet.
  init(format: ReportFormat) {
    self.format = format
  }

  /// Prints what is wrong with a document, if anything is.
  mutating func add(_ errors: [GraphQLError], in source: Source) throws {
    hasErrors = hasErrors || !errors.isEmpty
    switch format {
    case .text:
      guard !errors.isEmpty else { return }
      standardError.note(errorReport(errors.map(ReportedError.init), in: source))
    case .json:
      var line = Array("{\"errors\":".utf8)
      appendErrors(errors, to: &line)
      line.append(contentsOf: "}\n".utf8)
      try standardOutput.write(line)
    }
  }

  /// Prints what a document becomes; nothing is wrong with it.
  func add(output: ToolOutput) throws {
    switch format {
    case .text: try standardOutput.write(output.text)
    case .json:
      let line = Array("{\"errors\":[],\"output\":".utf8) + output.json + Array("}\n".utf8)
      try standardOutput.write(line)
    }
  }

  /// Throws `FoundErrors` if there were any.
  func finish() throws {
    if hasErrors { throw FoundErrors() }
  }
}

/// What a command makes of a document.
struct ToolOutput {
  /// As people read it, with a newline at the end.
  let text: [UInt8]
  /// As a value in an answer for programs.
  let json: [UInt8]

  /// Makes an output of text: a string for programs.
  init(_ text: String) {
    self.text = Array((text + "\n").utf8)
    var json: [UInt8] = []
    appendJSONString(text, to: &json)
    self.json = json
  }

  /// Makes an output of a JSON text, indented for people.
  init(json: [UInt8]) {
    var text: [UInt8] = []
    var reformatter = JSONReformatter(indent: 2)
    reformatter.reformat(json, into: &text)
    text.append(UInt8(ascii: "\n"))
    self.text = text
    self.json = json
  }
}
