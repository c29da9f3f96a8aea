import Foundation
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Prints how fast text is lexed, parsed, validated and made a schema of: medians, of one thread.
///
/// Argument: where the catalog's schema is; `../Schema.graphql` by default.
@main
struct LanguageBenchmarks {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "../Schema.graphql"
    let catalogText = Array(try Data(contentsOf: URL(filePath: path)))
    try measureSchema("catalog schema", catalogText)
    try measureSchema("large schema", MeasuredText.largeSchema)
    let catalog = try buildSchema(from: parseDocument(Source(catalogText)))
    try measureQuery("introspection query", MeasuredText.introspectionQuery, against: catalog)
    try measureQuery("query of many spreads", MeasuredText.fragmentedQuery, against: catalog)
    try measureQuery("smallest query", Array("{ __typename }".utf8), against: catalog)
  }

  private static func measureSchema(_ name: String, _ text: [UInt8]) throws {
    let source = Source(text)
    let document = try parseDocument(source)
    try report("\(name), lex", bytes: text.count) { try tokenCount(of: source) }
    try report("\(name), parse", bytes: text.count) { try parseDocument(source) }
    try report("\(name), build", bytes: text.count) { try buildSchema(from: document) }
  }

  private static func measureQuery(
    _ name: String, _ text: [UInt8], against schema: Schema
  ) throws {
    let source = Source(text)
    let document = try parseDocument(source)
    try report("\(name), lex", bytes: text.count) { try tokenCount(of: source) }
    try report("\(name), parse", bytes: text.count) { try parseDocument(source) }
    try report("\(name), validate", bytes: text.count) { try validate(document, against: schema) }
    try report("\(name), parse and validate", bytes: text.count) {
      try validate(parseDocument(source), against: schema)
    }
  }

  /// Repeats some work for about a second and prints the median of its times.
  private static func report<Result>(
    _ name: String, bytes: Int, _ work: () throws -> Result
  ) throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(1)
    var times: [Duration] = []
    repeat {
      let start = clock.now
      withExtendedLifetime(try work()) { times.append(start.duration(to: clock.now)) }
    } while clock.now < end
    times.sort()
    let microseconds = times[times.count / 2] / .microseconds(1)
    let cells = [
      name.padded(to: 44), "\(bytes) bytes".padded(to: 14),
      "\(microseconds.rounded(toPlaces: 1)) µs".padded(to: 14),
      "\((Double(bytes) / microseconds).rounded(toPlaces: 1)) MB/s",
    ]
    print(cells.joined())
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (self * factor).rounded() / factor
  }
}
