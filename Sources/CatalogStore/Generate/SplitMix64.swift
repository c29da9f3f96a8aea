/// A small generator of numbers that look random: the same for the same seed, on every machine.
///
/// The mixing function is that of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators" (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for one object, so that objects can be made in any order.
  init(seed: UInt64, stream: Stream, id: Int) {
    var mixer = SplitMix64(seed: seed ^ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    mixer.state &+= mixer.next() &+ UInt64(truncatingIfNeeded: id) &* 0x9E37_79B9_7F4A_7C15
    state = mixer.next()
  }

  /// What numbers are drawn for.
  enum Stream: UInt64 {
    case package = 1
    case memberships
    case grid
    case features
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`, which it does not reach.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True so many times in a thousand.
  mutating func chance(perMille: Int) -> Bool { below(1_000) < perMille }

  /// A number with a long tail: each doubling of `scale` is half as frequent, `doublings` at most.
  mutating func longTailed(scale: Int, doublings: Int) -> Int {
    let exponent = min(next().leadingZeroBitCount, doublings)
    return below(scale << exponent)
  }

  /// One of a list, all alike.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
