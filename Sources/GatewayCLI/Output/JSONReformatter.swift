/// Lays a JSON text out anew while it streams through: indented, or without any white space.
///
/// The input must be well-formed JSON; strings and numbers are copied as they are.
struct JSONReformatter {
  /// Whether a line is started for each member and element, indented by two blanks a level.
  let isIndented: Bool
  /// Whether the object at the top had a member `errors` so far.
  private(set) var hasErrors = false

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// A bracket has been opened and nothing has come since.
  private var isJustOpened = false
  /// The next string at depth 1 is a name.
  private var expectsTopName = false
  private var topName: [UInt8] = []

  init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  /// Adds the new layout of the next bytes of the text.
  mutating func reformat(_ chunk: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + chunk.count * (isIndented ? 2 : 1))
    for byte in chunk {
      if isInString {
        continueString(byte)
        output.append(byte)
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
      if isIndented { output.append(UInt8(ascii: " ")) }
      expectsTopName = false
    default:
      startLineIfJustOpened(&output)
      output.append(byte)
      isInString = byte == UInt8(ascii: "\"")
      if isInString { topName.removeAll() }
    }
  }

  private mutating func continueString(_ byte: UInt8) {
    switch byte {
    case _ where isEscaped: isEscaped = false
    case UInt8(ascii: "\\"): isEscaped = true
    case UInt8(ascii: "\""):
      isInString = false
      if expectsTopName && topName.elementsEqual("errors".utf8) { hasErrors = true }
    default:
      if expectsTopName { topName.append(byte) }
    }
  }

  private mutating func startLineIfJustOpened(_ output: inout [UInt8]) {
    guard isJustOpened else { return }
    isJustOpened = false
    startLine(&output)
  }

  private func startLine(_ output: inout [UInt8]) {
    guard isIndented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
  }
}
