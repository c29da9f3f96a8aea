/// Answers under `/benchmark/` that others are compared with, of the same server. For measurements alone.
public struct BenchmarkRoutes: Sendable {
  /// Gives the JSON text for what follows `/benchmark/` in the path; nil if there is none.
  public typealias Answers = (_ path: Substring) -> [UInt8]?

  /// Makes the answers of one event loop.
  public let makeAnswers: @Sendable () throws -> Answers

  /// Makes routes from a function that is called once for each event loop, which is the only one to use
  /// the answers that it gives.
  public init(makeAnswers: @escaping @Sendable () throws -> Answers) {
    self.makeAnswers = makeAnswers
  }

  /// `/benchmark/static`: 4 KB that cost nothing to make.
  public static let fixed = BenchmarkRoutes {
    let text = staticText(bytes: 4096)
    return { path in path == "static" ? text : nil }
  }

  static let prefix = "/benchmark/"
}

/// A JSON object of an exact length.
private func staticText(bytes: Int) -> [UInt8] {
  let start = Array("{\"data\":\"".utf8)
  let end = Array("\"}".utf8)
  return start + Array(repeating: UInt8(ascii: "x"), count: bytes - start.count - end.count) + end
}
