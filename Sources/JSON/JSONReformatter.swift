/// Lays a JSON text out anew while it streams through: indented, or without any white space.
///
/// The text must be well-formed; strings and numbers are copied as they are, and brackets with nothing
/// between them stay together.
public struct JSONReformatter: Sendable {
  /// By how many blanks a level each member and element is indented on a line of its own; nil for a
  /// text on one line.
  private let indent: Int?
  /// The name of the member that is watched for.
  private let watchedName: [UInt8]
  /// Whether the object at the top had that member so far.
  public private(set) var hasWatchedMember = false

  private var depth = 0
  private var strings = StringFollower()
  /// A bracket has been opened and nothing has come since.
  private var isJustOpened = false
  /// The next string at depth 1 is a name.
  private var expectsTopName = false
  /// That string with its quotes, as far as it has come.
  private var topName: [UInt8] = []

  /// Makes a reformatter that notices a member of the object at the top, if it is written without
  /// escapes.
  public init(indent: Int?, watchingFor name: String? = nil) {
    self.indent = indent
    watchedName = name.map { Array("\"\($0)\"".utf8) } ?? []
  }

  /// Adds the new layout of the next bytes of the text.
  public mutating func reformat(_ chunk: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + chunk.count * (indent == nil ? 1 : 2))
    for byte in chunk {
      if strings.follow(byte) {
        startLineIfJustOpened(&output)
        output.append(byte)
        if expectsTopName { notice(byte) }
      } else {
        reformat(byte, into: &output)
      }
    }
  }

  private mutating func reformat(_ byte: UInt8, into output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
      return
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      startLineIfJustOpened(&output)
      output.append(byte)
      depth += 1
      isJustOpened = true
      expectsTopName = depth == 1 && byte == UInt8(ascii: "{")
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if !isJustOpened { startLine(&output) }
      isJustOpened = false
      output.append(byte)
    case UInt8(ascii: ","):
      output.append(byte)
      startLine(&output)
      expectsTopName = depth == 1
    case UInt8(ascii: ":"):
      output.append(byte)
      if indent != nil { output.append(UInt8(ascii: " ")) }
      expectsTopName = false
    default:
      startLineIfJustOpened(&output)
      output.append(byte)
    }
  }

  private mutating func notice(_ byte: UInt8) {
    topName.append(byte)
    guard !strings.isInside else { return }
    if topName == watchedName { hasWatchedMember = true }
    topName.removeAll(keepingCapacity: true)
  }

  private mutating func startLineIfJustOpened(_ output: inout [UInt8]) {
    guard isJustOpened else { return }
    isJustOpened = false
    startLine(&output)
  }

  private func startLine(_ output: inout [UInt8]) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * max(0, depth)))
  }
}
