import ArgumentParser
import GraphQLLanguage

/// `gridql format`: documents in canonical form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print documents or SDL in canonical form.",
    discussion: "Comments are lost: they are not part of a document.")

  @Argument(
    help: ArgumentHelp(
      "A file, - for standard input (the default), or the text itself.", valueName: "document"))
  var documents: [String] = ["-"]

  func run() throws {
    var hasErrors = false
    for argument in documents {
      let source = try readDocument(argument)
      do {
        let text = try parseDocument(source).printed()
        try standardOutput.write(Array((text + "\n").utf8))
      } catch let error as SyntaxError {
        hasErrors = true
        let error = ReportedError(GraphQLError(error, in: source))
        standardError.note(errorReport([error], in: source))
      }
    }
    if hasErrors { throw FoundErrors() }
  }
}
