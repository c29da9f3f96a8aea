/// Adds a text of well-formed UTF-8 as a JSON string, quotes included.
///
/// Escapes what RFC 8259 §7 Strings demands, and U+2028 and U+2029, which Django REST framework
/// escapes too; short forms where JSON has them, lower-case `\u00xx` otherwise. All else is copied.
public func appendJSONString(
  _ text: UnsafeBufferPointer<UInt8>, to output: inout GrowingBytes
) {
  let text = UnsafeRawBufferPointer(text)
  // Most texts need no escape: they are copied while they are looked at.
  let room = output.room(for: text.count + 2)
  guard copy(text, to: room + 1) else { return appendString(text, to: &output) }
  room.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
  room.storeBytes(of: UInt8(ascii: "\""), toByteOffset: text.count + 1, as: UInt8.self)
  output.useRoom(text.count + 2)
}

/// Copies a text to where there is room for it, eight bytes at a time; false if one of them may need an
/// escape, and then what was copied is of no use.
///
/// To look first and to copy then took 250 instructions a title, and takes 80.
private func copy(_ text: UnsafeRawBufferPointer, to room: UnsafeMutableRawPointer) -> Bool {
  guard text.count >= 8 else {
    for (index, byte) in text.enumerated() {
      if isCandidate(byte) { return false }
      room.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    return true
  }
  let last = text.count - 8
  var index = 0
  while index < last {
    guard copyWord(text, to: room, at: index) else { return false }
    index += 8
  }
  // The last eight overlap those before, rather than what is left byte by byte.
  return copyWord(text, to: room, at: last)
}

@inline(__always) private func copyWord(
  _ text: UnsafeRawBufferPointer, to room: UnsafeMutableRawPointer, at index: Int
) -> Bool {
  let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  room.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
  return !hasCandidate(word)
}

/// Adds a text of well-formed UTF-8 as a JSON string, quotes included.
public func appendJSONString(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  appendString(UnsafeRawBufferPointer(text), to: &output)
}

private func appendString<Sink: ByteSink & ~Copyable>(
  _ text: UnsafeRawBufferPointer, to output: inout Sink
) {
  output.append(UInt8(ascii: "\""))
  var copied = 0
  var index = firstCandidate(in: text, from: 0)
  while index < text.count {
    if let escape = escape(at: index, in: text) {
      output.append(UnsafeRawBufferPointer(rebasing: text[copied..<index]))
      escape.bytes.withUnsafeBytes { output.append($0) }
      index += escape.length
      copied = index
    } else {
      index += 1
    }
    index = firstCandidate(in: text, from: index)
  }
  output.append(UnsafeRawBufferPointer(rebasing: text[copied...]))
  output.append(UInt8(ascii: "\""))
}

/// Adds a text as a JSON string, quotes included.
public func appendJSONString(_ text: String, to output: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendJSONString($0, to: &output) }
}

/// Adds a whole number.
public func appendJSONNumber(_ number: Int64, to output: inout [UInt8]) {
  if number >= 0 && number < 10 {
    output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    return
  }
  withUnsafeTemporaryAllocation(byteCount: maximumDigits, alignment: 1) { digits in
    let count = write(number, to: digits)
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[..<count]))
  }
}

/// Adds a whole number.
public func appendJSONNumber(_ number: Int64, to output: inout GrowingBytes) {
  let room = output.room(for: maximumDigits)
  output.useRoom(
    write(number, to: UnsafeMutableRawBufferPointer(start: room, count: maximumDigits)))
}

/// The length of the least number, its sign included.
private let maximumDigits = 20

/// Writes a whole number into `maximumDigits` bytes, and returns how many of them it took.
private func write(_ number: Int64, to bytes: UnsafeMutableRawBufferPointer) -> Int {
  let magnitude = number.magnitude
  var digits = 1
  var bound: UInt64 = 10
  while digits < 19 && magnitude >= bound {
    digits += 1
    bound *= 10
  }
  let sign = number < 0 ? 1 : 0
  if number < 0 { bytes[0] = UInt8(ascii: "-") }
  var rest = magnitude
  for place in stride(from: sign + digits - 1, through: sign, by: -1) {
    bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
    rest /= 10
  }
  return sign + digits
}

/// Adds a finite number in the shortest form that reads back the same, a whole one without fraction.
public func appendJSONNumber(_ number: Double, to output: inout GrowingBytes) {
  var text: [UInt8] = []
  appendJSONNumber(number, to: &text)
  output.append(contentsOf: text)
}

/// Adds a finite number in the shortest form that reads back the same, a whole one without fraction.
public func appendJSONNumber(_ number: Double, to output: inout [UInt8]) {
  precondition(number.isFinite, "JSON has no infinities and no NaN")
  // Not `rounded()`, which would need the C library of mathematics.
  if number.magnitude < 1e15, Double(Int64(number)) == number {
    appendJSONNumber(Int64(number), to: &output)
  } else {
    output.append(contentsOf: number.description.utf8)
  }
}

/// The next byte that may need an escape: eight at a time while none does.
private func firstCandidate(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
  var index = start
  while index + 8 <= text.count {
    if hasCandidate(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
    index += 8
  }
  // The last eight once more, rather than what is left byte by byte.
  if index + 8 > text.count, text.count - start >= 8,
    !hasCandidate(text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
  {
    return text.count
  }
  while index < text.count {
    if isCandidate(text[index]) { return index }
    index += 1
  }
  return index
}

/// Whether a byte may need an escape: U+2028 and U+2029 begin with E2.
@inline(__always) private func isCandidate(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2
}

/// Whether one of eight bytes may need an escape.
@inline(__always) private func hasCandidate(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  // The quote changes places with the blank here, next to the control characters.
  let control = word ^ (ones &* 0x02)
  let backslash = word ^ (ones &* 0x5C)
  let lineSeparator = word ^ (ones &* 0xE2)
  let hits =
    ((control &- ones &* 0x21) & ~control) | ((backslash &- ones) & ~backslash)
    | ((lineSeparator &- ones) & ~lineSeparator)
  return hits & highs != 0
}

/// What stands for the character at `index`, and how many bytes it replaces; nil if it stays.
private func escape(
  at index: Int, in text: UnsafeRawBufferPointer
) -> (bytes: [UInt8], length: Int)? {
  switch text[index] {
  case 0x22: (Array("\\\"".utf8), 1)
  case 0x5C: (Array("\\\\".utf8), 1)
  case 0x08: (Array("\\b".utf8), 1)
  case 0x09: (Array("\\t".utf8), 1)
  case 0x0A: (Array("\\n".utf8), 1)
  case 0x0C: (Array("\\f".utf8), 1)
  case 0x0D: (Array("\\r".utf8), 1)
  case 0xE2:
    if index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 {
      (Array(text[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8), 3)
    } else {
      nil
    }
  case let control where control < 0x20:
    (Array("\\u00".utf8) + [hexDigit(control >> 4), hexDigit(control & 15)], 1)
  default: nil
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
