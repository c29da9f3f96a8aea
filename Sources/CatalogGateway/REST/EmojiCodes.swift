/// Adds a JSON text with `:rocket:` and its like replaced by the characters they stand for.
///
/// What is between the colons is a character's name in lower case, with underscores; the colons of
/// what is no such name stay.
func appendWithEmoji(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
  let colon = UInt8(ascii: ":")
  var rest = text
  while let start = rest.firstIndex(of: colon) {
    output.append(contentsOf: rest[..<start])
    rest = rest[start...]
    let end = rest.dropFirst().firstIndex { !isPartOfCode($0) }
    if let end, rest[end] == colon,
      let emoji = EmojiCodes.characters[String(decoding: rest[(start + 1)..<end], as: UTF8.self)]
    {
      output.append(contentsOf: emoji.utf8)
      rest = rest[(end + 1)...]
    } else {
      // The colon that ends no code may begin one.
      output.append(colon)
      rest = rest.dropFirst()
    }
  }
  output.append(contentsOf: rest)
}

private func isPartOfCode(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// The names of emoji.
enum EmojiCodes {
  /// By name. Names are Unicode's, without "sign" at the end, and some that people know better.
  static let characters: [String: String] = {
    var characters: [String: String] = [:]
    for scalar in emoji {
      guard let name = scalar.properties.name else { continue }
      var code = name.lowercased().split(separator: " ").joined(separator: "_")
      if code.hasSuffix("_sign") { code.removeLast("_sign".count) }
      characters[code] = presentation(of: scalar)
    }
    for code in otherwiseNamed { characters[code] = nil }
    for (code, scalar) in commonNames { characters[code] = presentation(of: scalar) }
    return characters
  }()

  /// All characters that are emoji by themselves; digits and such are not.
  private static var emoji: some Sequence<Unicode.Scalar> {
    [0xA9...0xAE, 0x203C...0x3299, 0x1F000...0x1FAFF].joined()
      .lazy.compactMap { Unicode.Scalar(UInt32($0)) }
      .filter { $0.properties.isEmoji && !$0.properties.isEmojiModifier }
  }

  /// The character as a picture: where it would be text, a variation selector asks for one.
  private static func presentation(of scalar: Unicode.Scalar) -> String {
    scalar.properties.isEmojiPresentation ? "\(scalar)" : "\(scalar)\u{FE0F}"
  }

  /// Names of Unicode's that the origin has others for, and so leaves as they are; those that people
  /// write.
  private static let otherwiseNamed = [
    "lock", "speaker", "hourglass", "scales", "eyeglasses", "runner", "swimmer", "dancer",
    "haircut", "pistol", "sheep", "imp", "moyai", "slice_of_pizza", "heavy_check_mark",
    "white_heavy_check_mark",
  ]

  /// Names that differ from Unicode's.
  private static let commonNames: KeyValuePairs<String, Unicode.Scalar> = [
    "red_heart": "\u{2764}", "high_voltage": "\u{26A1}", "check_mark_button": "\u{2705}",
    "star": "\u{2B50}", "sparkles": "\u{2728}", "warning": "\u{26A0}", "gear": "\u{2699}",
    "hundred_points": "\u{1F4AF}", "thumbs_up": "\u{1F44D}", "bar_chart": "\u{1F4CA}",
    "light_bulb": "\u{1F4A1}", "hammer_and_wrench": "\u{1F6E0}", "bug": "\u{1F41B}",
    "magnifying_glass_tilted_left": "\u{1F50D}", "magnifying_glass_tilted_right": "\u{1F50E}",
    "party_popper": "\u{1F389}", "bell": "\u{1F514}", "locked": "\u{1F512}",
    "unlocked": "\u{1F513}", "globe_showing_Europe-Africa": "\u{1F30D}",
    "globe_showing_Americas": "\u{1F30E}", "globe_showing_Asia-Australia": "\u{1F30F}",
    "laptop": "\u{1F4BB}", "desktop_computer": "\u{1F5A5}", "e-mail": "\u{1F4E7}",
    "envelope": "\u{2709}", "cross_mark": "\u{274C}", "check_mark": "\u{2714}",
    "waving_hand": "\u{1F44B}", "clapping_hands": "\u{1F44F}", "folded_hands": "\u{1F64F}",
    "robot": "\u{1F916}", "unicorn": "\u{1F984}", "t-shirt": "\u{1F455}",
    "smiling_face_with_heart-eyes": "\u{1F60D}", "smiling_face_with_sunglasses": "\u{1F60E}",
    "left_arrow": "\u{2B05}", "right_arrow": "\u{27A1}", "up_arrow": "\u{2B06}",
    "down_arrow": "\u{2B07}", "hourglass_done": "\u{231B}", "flexed_biceps": "\u{1F4AA}",
    "construction": "\u{1F6A7}", "bookmark_tabs": "\u{1F4D1}", "money_bag": "\u{1F4B0}",
  ]
}
