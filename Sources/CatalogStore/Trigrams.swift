/// The runs of three bytes in a text's words, each once, by which texts are compared.
///
/// As PostgreSQL's pg_trgm has it: words are made of letters and digits, without difference of case,
/// with two blanks before them and one behind. Its letters may be several bytes long here.
struct Trigrams {
  /// In ascending order.
  private let runs: [UInt32]

  init(_ text: some Collection<UInt8>) {
    var runs: [UInt32] = []
    runs.reserveCapacity(text.count + 4)
    var run: UInt32 = 0
    var isInWord = false
    func append(_ byte: UInt8) {
      run = run << 8 & 0xFF_FFFF | UInt32(byte)
      runs.append(run)
    }
    for byte in text {
      let isLetter = Self.isLetterOrDigit(byte)
      if isLetter && !isInWord { run = 0x2020 }
      if isLetter { append(lowercasedASCII(byte)) }
      if !isLetter && isInWord { append(0x20) }
      isInWord = isLetter
    }
    if isInWord { append(0x20) }
    runs.sort()
    var distinct: [UInt32] = []
    distinct.reserveCapacity(runs.count)
    for run in runs where run != distinct.last { distinct.append(run) }
    self.runs = distinct
  }

  /// The share of the runs of both that both have: from 0 for nothing in common to 1.
  func similarity(to other: Trigrams) -> Double {
    var common = 0
    var (left, right) = (0, 0)
    while left < runs.count && right < other.runs.count {
      if runs[left] == other.runs[right] { common += 1 }
      let (here, there) = (runs[left], other.runs[right])
      if here <= there { left += 1 }
      if there <= here { right += 1 }
    }
    let all = runs.count + other.runs.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
