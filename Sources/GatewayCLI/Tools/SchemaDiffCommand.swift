import ArgumentParser
import GraphQLLanguage
import GraphQLSchema
import JSON

/// `gridql schema diff`: what may break between two versions of a schema.
struct SchemaDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show breaking and dangerous changes between two schemas.",
    discussion: """
      Prints nothing if there are none. Additions that hurt nobody are not shown.

      With --batch, each line is an object with old, new and, if need be, id; it is answered by \
      a line with id, breaking and dangerous.
      """)

  @Argument(help: "A file with the old schema in SDL, or -.")
  var old: String?

  @Argument(help: "A file with the new schema in SDL, or -.")
  var new: String?

  @Option(help: "How to print the changes: text or json.")
  var format = ReportFormat.text

  @Flag(help: "End with status 1 if there are breaking changes.")
  var exitCode = false

  @Option(help: ArgumentHelp("A file with two schemas a line, or -.", valueName: "file"))
  var batch: String?

  @OptionGroup var experimental: ExperimentalOptions

  func validate() throws {
    if batch != nil {
      guard old == nil else { throw ValidationError("With --batch, the lines have the schemas.") }
    } else {
      guard old != nil, new != nil else {
        throw ValidationError("Two schemas are needed: the old one and the new one.")
      }
    }
    try checkStandardInput(of: [old, new, batch])
  }

  func run() throws {
    if let batch {
      try runBatch(batch) { request throws(BatchError) in
        try Self.answer(
          old: request.source("old"), new: request.source("new"),
          request.experiments(besides: experimental.experiments))
      }
    } else if let old, let new {
      try run(old: old, new: new)
    }
  }

  private func run(old: String, new: String) throws {
    let sources = (old: try readDocument(old), new: try readDocument(new))
    let breaking: [SchemaChange]
    let dangerous: [SchemaChange]
    do throws(SchemaTextError) {
      (breaking, dangerous) = schemaChanges(
        from: try schema(in: sources.old, experimental.experiments),
        to: try schema(in: sources.new, experimental.experiments))
    } catch {
      return try reportErrors(in: [sources.old, sources.new])
    }
    switch format {
    case .text:
      let lines =
        breaking.map { "breaking   \($0.description)\n" }
        + dangerous.map { "dangerous  \($0.description)\n" }
      try standardOutput.write(Array(lines.joined().utf8))
    case .json:
      let members = Self.members(breaking: breaking, dangerous: dangerous)
      try standardOutput.write(Array("{".utf8) + members + Array("}\n".utf8))
    }
    if exitCode, !breaking.isEmpty { throw FoundErrors() }
  }

  /// Says for each of the schemas what is wrong with it, if anything is.
  private func reportErrors(in sources: [Source]) throws {
    var report = DocumentReport(format: format)
    for source in sources {
      let errors = schemaErrors(in: source, experimental.experiments)
      try report.add(errors, in: source)
    }
    try report.finish()
  }

  private static func answer(
    old: Source, new: Source, _ experiments: Experiments
  ) -> BatchAnswer {
    do throws(SchemaTextError) {
      let (breaking, dangerous) = schemaChanges(
        from: try schema(in: old, experiments), to: try schema(in: new, experiments))
      return BatchAnswer(
        members: members(breaking: breaking, dangerous: dangerous), hasErrors: false)
    } catch {
      return BatchAnswer(errors: error.errors)
    }
  }

  /// The members of an answer, without braces.
  private static func members(breaking: [SchemaChange], dangerous: [SchemaChange]) -> [UInt8] {
    var members = Array("\"breaking\":".utf8)
    appendJSON(list(of: breaking), to: &members)
    members.append(contentsOf: ",\"dangerous\":".utf8)
    appendJSON(list(of: dangerous), to: &members)
    return members
  }

  private static func list(of changes: [SchemaChange]) -> JSONValue {
    .array(
      changes.map { change in
        .object([
          JSONMember(name: "type", value: .string(change.category.rawValue)),
          JSONMember(name: "description", value: .string(change.description)),
        ])
      })
  }
}
