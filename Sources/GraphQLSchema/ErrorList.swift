import GraphQLLanguage

/// Errors about one document while they are found: what is wrong, and at which byte offsets.
///
/// Lines and columns are computed once, for all errors in one pass over the text.
public struct ErrorList: Sendable {
  /// How many places all errors together may point at, some of them again and again.
  private static let maximumPlaces = 1_000_000

  private var places = 0
  private var found: [(message: String, offsets: [Int32])] = []
  private let limit: Int
  private let abortMessage: String

  /// Makes an empty list that takes `limit` errors, and `abortMessage` in place of all others.
  public init(
    limit: Int = .max, abortMessage: String = "Too many errors, error limit reached."
  ) {
    self.limit = limit
    self.abortMessage = abortMessage
  }

  /// Whether no error has been reported.
  public var isEmpty: Bool { found.isEmpty }

  /// How many more errors fit.
  public var remaining: Int { limit - min(limit, found.count) }

  /// Whether there have been more errors than the limits allow; further work is in vain.
  public private(set) var isAborted = false

  /// Adds an error about the nodes that start at the offsets.
  public mutating func report(_ message: String, at offsets: [Int32]) {
    guard !isAborted else { return }
    places += offsets.count
    if found.count < limit, places <= Self.maximumPlaces {
      found.append((message, offsets))
    } else {
      isAborted = true
      found.append((abortMessage, []))
    }
  }

  /// Stops with an error that says why, in place of all later ones.
  public mutating func abort(_ message: String) {
    guard !isAborted else { return }
    isAborted = true
    found.append((message, []))
  }

  /// Adds an error about the node that starts at the offset.
  public mutating func report(_ message: String, at offset: Int32) {
    report(message, at: [offset])
  }

  /// The errors in the order in which they were found, with lines and columns in `source`.
  public func errors(in source: Source, code: ErrorCode? = nil) -> [GraphQLError] {
    let locations = source.locations(at: found.flatMap(\.offsets))
    var next = 0
    return found.map { message, offsets in
      defer { next += offsets.count }
      return GraphQLError(
        message, locations: Array(locations[next..<next + offsets.count]), code: code)
    }
  }
}

extension Source {
  /// The lines and columns of byte offsets, as `location(at:)` gives them, in the given order.
  ///
  /// Costs one scan of the text, however many offsets there are, and sorting them.
  public func locations(at offsets: [Int32]) -> [SourceLocation] {
    guard offsets.count > 1 else { return offsets.map(location(at:)) }
    var locations = offsets.map { _ in SourceLocation(line: 1, column: 1) }
    var line = 1
    var column = 1
    var index = 0
    for place in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      let end = min(Int(offsets[place]), bytes.count)
      while index < end {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, index + 1 < end, bytes[index + 1] == 0x0A { index += 1 }
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += byte >= 0xF0 ? 2 : 1
        }
        index += 1
      }
      locations[place] = SourceLocation(line: line, column: column)
    }
    return locations
  }
}
