/// How many columns of a terminal a text takes.
func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

/// A text cut to a width in terminal columns, with an ellipsis where something is left out.
func cut(_ text: String, to columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  var kept = ""
  var width = 1
  for character in text {
    width += displayWidth(character)
    if width > columns { break }
    kept.append(character)
  }
  return kept + "…"
}

/// A character's width: 2 for wide letters and emoji, 0 for marks that stand alone, else 1.
private func displayWidth(_ character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  let isEmoji =
    first.properties.isEmojiPresentation
    || first.properties.isEmoji && character.unicodeScalars.contains("\u{FE0F}")
  if isEmoji || isWide(first.value) { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1
  }
}

/// Whether a scalar is wide by itself. Unicode Standard Annex #11, East Asian Width W and F.
private func isWide(_ scalar: UInt32) -> Bool {
  scalar >= 0x1100 && wideRanges.contains { $0.contains(scalar) }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
]
