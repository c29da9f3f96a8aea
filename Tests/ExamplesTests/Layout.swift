/// JSON without the blanks and line breaks between its tokens; strings are left as they are.
///
/// An expected response is laid out for its readers. This is all that may differ from the bytes of
/// the real one.
func withoutLayout(_ json: [UInt8]) -> [UInt8] {
  var isInString = false
  var isEscaped = false
  return json.filter { byte in
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return true
    }
    isInString = byte == UInt8(ascii: "\"")
    return !" \t\r\n".utf8.contains(byte)
  }
}
