/// Cuts a text that arrives in chunks into the JSON values it lists, so that memory holds one value
/// and not the text.
///
/// A text is one of: values one after the other, each on a line or not; one list, whose elements are
/// the pieces; an object with a list named `results`, whose elements are the pieces. A piece is cut
/// out by its brackets and quotes alone; what reads it checks it. All around pieces is checked here;
/// what surrounds `results` when it ends, as if the list were empty.
public struct JSONSplitter: Sendable {
  /// One value of the text.
  public struct Piece: Sendable, Hashable {
    /// Its bytes in ``JSONSplitter/bytes``, until the next chunk is added.
    public let range: Range<Int>
    /// Where it begins in the whole text.
    public let start: JSONPosition
  }

  /// What holds the pieces.
  private enum Container: Sendable {
    case list
    case results
  }

  /// Where in the text the next byte is.
  private enum Place: Sendable {
    case betweenValues
    case value
    case listStart(Container)
    case behindComma(Container)
    case element(Container)
    case behindElement(Container)
    case behindResults
  }

  /// The bytes that pieces point into.
  public private(set) var bytes: [UInt8] = []
  private let limits: JSONLimits
  private var scanner = ValueScanner()
  private var place = Place.betweenValues
  private var isComplete = false
  /// The next unread byte.
  private var index = 0
  /// Where the value being read begins.
  private var first = 0
  private var start = JSONPosition()
  /// Bytes of the text before `bytes`.
  private var discarded = 0
  /// An object with `results`, without the elements, and where it begins.
  private var envelope: [UInt8] = []
  private var envelopeStart = JSONPosition()

  /// Makes a splitter; `limits.valueBytes` bounds what it holds.
  public init(limits: JSONLimits = JSONLimits()) {
    self.limits = limits
  }

  /// Adds the next chunk; ranges of earlier pieces are void.
  public mutating func append(_ chunk: [UInt8]) {
    let used = isInsideValue ? first : index
    bytes.removeSubrange(0..<used)
    bytes.append(contentsOf: chunk)
    discarded += used
    index -= used
    first -= used
    scanner.shift(by: used)
  }

  /// Says that there are no more chunks.
  public mutating func finish() {
    isComplete = true
  }

  /// The next piece; nil if it takes another chunk, or, after ``finish()``, if there are no more.
  public mutating func next() throws(JSONError) -> Piece? {
    while true {
      switch place {
      case .betweenValues:
        guard skipByteOrderMark() else { return nil }
        guard scanner.skipBlanks(in: bytes, at: &index) else { return nil }
        if bytes[index] == UInt8(ascii: "[") {
          index += 1
          place = .listStart(.list)
        } else {
          begin(.value)
        }
      case .value:
        switch try scan(stoppingAtResults: true) {
        case .needsMore: return nil
        case .results:
          envelope = Array(bytes[first..<index])
          envelopeStart = start
          place = .listStart(.results)
        case .end:
          place = .betweenValues
          return Piece(range: first..<index, start: start)
        }
      case .listStart(let container):
        guard let byte = try nextByte(.value) else { return nil }
        if byte == UInt8(ascii: "]") {
          endList(container)
        } else {
          begin(.element(container))
        }
      case .behindComma(let container):
        guard let byte = try nextByte(.value) else { return nil }
        if byte == UInt8(ascii: "]") { throw unexpected(.value) }
        begin(.element(container))
      case .element(let container):
        guard case .end = try scan(stoppingAtResults: false) else { return nil }
        place = .behindElement(container)
        return Piece(range: first..<index, start: start)
      case .behindElement(let container):
        guard let byte = try nextByte(.commaOrClosingBracket) else { return nil }
        if byte == UInt8(ascii: ",") {
          index += 1
          place = .behindComma(container)
        } else if byte == UInt8(ascii: "]") {
          endList(container)
        } else {
          throw unexpected(.commaOrClosingBracket)
        }
      case .behindResults:
        guard case .end = try scan(stoppingAtResults: false) else { return nil }
        envelope.append(contentsOf: bytes[first..<index])
        _ = try parseJSON(envelope, in: 0..<envelope.count, limits: limits, from: envelopeStart)
        place = .betweenValues
      }
    }
  }

  private var isInsideValue: Bool {
    switch place {
    case .value, .element, .behindResults: true
    case .betweenValues, .listStart, .behindComma, .behindElement: false
    }
  }

  private mutating func begin(_ place: Place) {
    first = index
    start = position
    scanner.begin()
    self.place = place
  }

  /// Passes the bracket that closes a list.
  private mutating func endList(_ container: Container) {
    switch container {
    case .list:
      index += 1
      place = .betweenValues
    case .results:
      begin(.behindResults)
      index += 1
      scanner.leaveResults()
    }
  }

  /// Moves on to the end of the value that has begun.
  private mutating func scan(
    stoppingAtResults: Bool
  ) throws(JSONError) -> ValueScanner.Stop {
    let stop = scanner.scan(bytes, at: &index, stoppingAtResults: stoppingAtResults)
    guard index - first <= limits.valueBytes else {
      throw JSONError(.valueTooLong(limitBytes: limits.valueBytes), at: start)
    }
    guard case .needsMore = stop, isComplete else { return stop }
    if case .behindResults = place {
      throw JSONError(.expected(.commaOrClosingBrace, found: nil), at: position)
    }
    // What reads the piece says what is missing.
    return .end
  }

  /// The byte behind blanks; nil if it takes another chunk.
  private mutating func nextByte(
    _ expectation: JSONError.Expectation
  ) throws(JSONError) -> UInt8? {
    if scanner.skipBlanks(in: bytes, at: &index) { return bytes[index] }
    if isComplete { throw unexpected(expectation) }
    return nil
  }

  private func unexpected(_ expectation: JSONError.Expectation) -> JSONError {
    let found = index < bytes.count ? bytes[index] : nil
    return JSONError(.expected(expectation, found: found), at: position)
  }

  private var position: JSONPosition {
    var position = scanner.position(of: index)
    position.offset += discarded
    return position
  }

  /// A mark at the start of a text is ignored, as RFC 8259 §8.1 Character Encoding allows; false
  /// if it takes another chunk to know.
  private mutating func skipByteOrderMark() -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard discarded == 0, index == 0, bytes.first == mark[0] else { return true }
    guard bytes.count >= mark.count || isComplete else { return false }
    if bytes.starts(with: mark) { index = mark.count }
    return true
  }
}
