import Foundation
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Prints what a byte costs at each stage, in nanoseconds, for documents and schemas of growing size
/// that repeat what is hard: a row whose numbers grow is not linear.
///
/// Arguments: the greatest size in bytes, 10,000,000 by default, and a part of the names to measure.
@main
struct LinearBenchmarks {
  /// Seconds that the next size may be expected to take; if more, it is left out.
  private static let patience = 20.0

  private let sizes: [Int]
  private let schema: Schema
  private let resolvers: ResolverTable

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let greatest = arguments.first.flatMap { Int($0) } ?? 10_000_000
    let wanted = arguments.dropFirst().first ?? ""
    let benchmarks = try Self(greatest: greatest)
    for document in AdversarialDocument.all where wanted.isEmpty || document.name.contains(wanted) {
      try benchmarks.measureDocument(document)
    }
    for schema in AdversarialSchema.all where wanted.isEmpty || schema.name.contains(wanted) {
      try benchmarks.measureSchema(schema)
    }
  }

  private init(greatest: Int) throws {
    sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter { $0 <= greatest }
    schema = try buildSchema(from: parseDocument(Source(AdversarialDocument.schemaText)))
    var bindings: [FieldCoordinate: FieldResolver] = [:]
    for case .object(let type) in schema.types where !type.name.hasPrefix("__") {
      for field in type.fields {
        bindings[FieldCoordinate(type.name, field.name)] =
          FieldResolver { call in .nulls(count: call.count) }
      }
    }
    resolvers = try ResolverTable(schema: schema, bindings: bindings)
  }

  private func measureDocument(_ adversary: AdversarialText) throws {
    var rows = [Row("parse"), Row("print"), Row("validate"), Row("plan")]
    for size in sizes {
      let text = Array(adversary.text(bytes: size).utf8)
      let document = try rows[0].measure(text.count) { try parseDocument(Source(text)) }
      _ = rows[1].measure(text.count) { document.printed() }
      let valid = rows[2].measure(text.count) { validated(document) }
      if let valid { _ = rows[3].measure(text.count) { plan(valid) } }
      if rows.contains(where: { $0.lastSeconds * 10 > Self.patience }) { break }
    }
    report(adversary.name, rows)
  }

  private func validated(_ document: Document) -> ValidatedDocument? {
    do {
      return try validate(document, against: schema)
    } catch {
      return nil
    }
  }

  /// Nil if the plan exceeds a limit.
  private func plan(_ document: ValidatedDocument) -> OperationPlan? {
    do {
      return try planOperation(named: nil, of: document, resolvers: resolvers)
    } catch {
      return nil
    }
  }

  private func measureSchema(_ adversary: AdversarialText) throws {
    var row = Row("build")
    for size in sizes {
      let text = Array(adversary.text(bytes: size).utf8)
      let document = try parseDocument(Source(text))
      _ = row.measure(text.count) { built(document) }
      if row.lastSeconds * 10 > Self.patience { break }
    }
    report("schema: \(adversary.name)", [row])
  }

  private func built(_ document: Document) -> Schema? {
    do {
      return try buildSchema(from: document)
    } catch {
      return nil
    }
  }

  private func report(_ name: String, _ rows: [Row]) {
    for row in rows where !row.nanosecondsPerByte.isEmpty {
      let cells = row.nanosecondsPerByte.map { String(format: "%9.1f", $0) }.joined()
      print(
        "\(name), \(row.stage)".padding(toLength: 72, withPad: " ", startingAt: 0), cells,
        separator: "")
    }
  }
}

/// What a byte costs at a stage, size by size.
private struct Row {
  let stage: String
  private(set) var nanosecondsPerByte: [Double] = []
  private(set) var lastSeconds = 0.0

  init(_ stage: String) {
    self.stage = stage
  }

  /// Does some work five times, or fewer if that takes more than a second; keeps the median.
  mutating func measure<Result>(_ bytes: Int, _ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    var result = try work()
    var times = [start.duration(to: clock.now) / .seconds(1)]
    while times.count < 5, start.duration(to: clock.now) < .seconds(1) {
      let start = clock.now
      result = try work()
      times.append(start.duration(to: clock.now) / .seconds(1))
    }
    lastSeconds = times.sorted()[times.count / 2]
    nanosecondsPerByte.append(lastSeconds * 1e9 / Double(bytes))
    return result
  }
}
