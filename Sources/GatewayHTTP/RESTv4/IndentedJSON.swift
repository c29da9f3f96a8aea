/// Adds a compact JSON text with a line for each member and element, indented by `indent` blanks a
/// level.
func appendIndented(_ json: [UInt8], by indent: Int, to output: inout [UInt8]) {
  output.reserveCapacity(output.count + json.count * 2)
  var depth = 0
  var isInString = false
  var isEscaped = false
  func startLine(_ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indent))
  }
  for (index, byte) in json.enumerated() {
    if isInString {
      output.append(byte)
      isInString = isEscaped || byte != UInt8(ascii: "\"")
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      continue
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      output.append(byte)
      depth += 1
      // Brackets with nothing between them stay together; they differ by 2.
      if index + 1 < json.count, json[index + 1] != byte + 2 { startLine(&output) }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if index > 0, json[index - 1] != byte - 2 { startLine(&output) }
      output.append(byte)
    case UInt8(ascii: ","):
      output.append(byte)
      startLine(&output)
    case UInt8(ascii: ":"):
      output.append(byte)
      output.append(UInt8(ascii: " "))
    default:
      output.append(byte)
      isInString = byte == UInt8(ascii: "\"")
    }
  }
}
