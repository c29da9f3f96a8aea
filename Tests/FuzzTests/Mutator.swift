import TestSupport

/// Changes inputs a little, the same way for the same seed.
struct Mutator {
  private var random: SplitMix64
  private let inputs: [[UInt8]]

  init(_ inputs: [[UInt8]], seed: UInt64) {
    self.inputs = inputs
    random = SplitMix64(seed: seed)
  }

  /// One of the inputs after one to four changes.
  mutating func next() -> [UInt8] {
    var input = random.pick(inputs)
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&input) }
    return input
  }

  private mutating func change(_ input: inout [UInt8]) {
    let start = Int.random(in: 0...input.count, using: &random)
    let end = min(input.count, start + Int.random(in: 0...8, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: input.removeSubrange(start..<end)
    case 1: input.replaceSubrange(start..<end, with: random.pick(Self.words).utf8)
    case 2: input.insert(contentsOf: input[start..<end], at: start)
    case 3:
      input.replaceSubrange(start..<end, with: [UInt8.random(in: .min ... .max, using: &random)])
    default: input.insert(contentsOf: part(of: random.pick(inputs)), at: start)
    }
  }

  private mutating func part(of input: [UInt8]) -> ArraySlice<UInt8> {
    let start = Int.random(in: 0...input.count, using: &random)
    return input[start..<min(input.count, start + Int.random(in: 0...40, using: &random))]
  }

  /// What means something in one of the languages.
  private static let words = [
    "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "=", "&", "|", "...", ",", "\"", "\"\"\"",
    "\\",
    "\n", "\r\n", "\t", " ", "#", "\u{FEFF}", "\u{2028}", "\u{0}", "-", "0", "1e400", "-0.0",
    "null",
    "true", "on", "query", "extend", "type", "__typename", "id", "first", "9223372036854775808",
    "\\u{1F600}", "\\uD83D", "\\u0000",
  ]
}
