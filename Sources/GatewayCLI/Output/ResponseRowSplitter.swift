import JSON

/// Takes the rows out of a response while its bytes arrive, so that memory holds one row and not all.
///
/// Rows are what `responseRows(of:)` says, as far as they stand in a list: the items of the first list
/// of objects in `data`. What is left is a response without them.
struct ResponseRowSplitter {
  private enum Phase {
    /// No list of objects has begun so far.
    case searching
    case inRows
    /// Behind the rows, in what is left of `data`, which is dropped.
    case behindRows
    /// Behind `data`.
    case behindData
  }

  /// The list that is being read, if it could be that of the rows.
  private struct Candidate {
    /// The depth of its items.
    let depth: Int
    /// Where the items begin in the frame.
    let start: Int
  }

  /// The response without its rows; JSON when it is complete.
  private(set) var frame: [UInt8] = []
  /// The response names that lead to the list of the rows; nil as long as there is none.
  private(set) var path: [String]?

  private var phase = Phase.searching
  private var row: [UInt8] = []
  private var rowDepth = 0
  private var candidate: Candidate?
  private var strings = StringFollower()
  /// For each open bracket, whether it is that of an object.
  private var isObject: [Bool] = []
  /// The name of the current member of each open object, quoted and escaped; empty for lists.
  private var names: [[UInt8]] = []
  private var lastString: [UInt8] = []
  /// The least depth since the rows ended.
  private var floor = 0

  private var depth: Int { isObject.count }

  /// Takes the next bytes, and gives the rows that are complete now.
  ///
  /// Throws if a row is not JSON. The frame is looked at by whoever reads it.
  mutating func split(_ chunk: [UInt8]) throws(MalformedResponse) -> [JSONValue] {
    var rows: [JSONValue] = []
    for byte in chunk {
      switch phase {
      case .searching: try search(byte, &rows)
      case .inRows: try readRow(byte, &rows)
      case .behindRows: skip(byte)
      case .behindData: frame.append(byte)
      }
    }
    return rows
  }

  private mutating func search(
    _ byte: UInt8, _ rows: inout [JSONValue]
  ) throws(MalformedResponse) {
    if follow(byte) {
      switch byte {
      case UInt8(ascii: ":"): names[depth - 1] = lastString
      case UInt8(ascii: "["):
        if isInData, candidate == nil, isObject.dropLast().allSatisfy({ $0 }) {
          candidate = Candidate(depth: depth, start: frame.count + 1)
        }
      case UInt8(ascii: "]"):
        if let candidate, depth < candidate.depth { self.candidate = nil }
      case UInt8(ascii: "{"):
        if let candidate, depth == candidate.depth + 1 {
          return rows += try beginRows(of: candidate)
        }
      default: break
      }
    }
    frame.append(byte)
  }

  /// Begins with the first object of a list; gives what the list has before it.
  private mutating func beginRows(
    of candidate: Candidate
  ) throws(MalformedResponse) -> [JSONValue] {
    var path: [String] = []
    for name in names.dropFirst().prefix(candidate.depth - 2) {
      if case .string(let text) = try value(of: name) { path.append(text) }
    }
    self.path = path
    // A null stands here for the object.
    let items = Array("[".utf8) + frame[candidate.start...] + Array("null]".utf8)
    frame.removeSubrange(candidate.start...)
    rowDepth = candidate.depth
    row = [UInt8(ascii: "{")]
    phase = .inRows
    guard case .array(let rows) = try value(of: items) else { return [] }
    return rows.dropLast()
  }

  private mutating func readRow(
    _ byte: UInt8, _ rows: inout [JSONValue]
  ) throws(MalformedResponse) {
    guard follow(byte), depth <= rowDepth else { return row.append(byte) }
    switch byte {
    case UInt8(ascii: ",") where depth == rowDepth:
      rows.append(try value(of: row))
      row.removeAll(keepingCapacity: true)
    case UInt8(ascii: "]") where depth < rowDepth:
      rows.append(try value(of: row))
      row = []
      frame.append(byte)
      floor = depth
      phase = .behindRows
    default: row.append(byte)
    }
  }

  private mutating func skip(_ byte: UInt8) {
    guard follow(byte), depth < floor else { return }
    floor = depth
    frame.append(byte)
    if depth == 1 { phase = .behindData }
  }

  /// Follows strings and brackets; false for a byte of a string.
  private mutating func follow(_ byte: UInt8) -> Bool {
    let wasInside = strings.isInside
    if strings.follow(byte) {
      if phase == .searching {
        if !wasInside { lastString.removeAll(keepingCapacity: true) }
        lastString.append(byte)
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      isObject.append(byte == UInt8(ascii: "{"))
      names.append([])
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      _ = isObject.popLast()
      _ = names.popLast()
    default: break
    }
    return true
  }

  private var isInData: Bool { names.first.map { $0.elementsEqual("\"data\"".utf8) } ?? false }

  private func value(of text: [UInt8]) throws(MalformedResponse) -> JSONValue {
    do {
      return try parseJSON(text)
    } catch {
      throw MalformedResponse(error: error)
    }
  }
}
