import Crypto

/// What a client shows to say who it is: `gridql_`, a public id of 16 digits that finds the token's
/// row, `_`, and 32 random bytes as 64 digits, all in lower-case hexadecimal.
struct TokenText {
  let publicID: String
  let secret: String

  static let prefix = "gridql_"
  private static let publicIDBytes = 8
  private static let secretBytes = 32

  /// Makes a new one, from the system's random numbers.
  static func random() -> TokenText {
    TokenText(
      publicID: hexText(randomBytes(publicIDBytes)), secret: hexText(randomBytes(secretBytes)))
  }

  private init(publicID: String, secret: String) {
    self.publicID = publicID
    self.secret = secret
  }

  /// Reads one; nil if it is none. What it says may be untrue.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("gridql".utf8),
      Self.isHexText(parts[1], bytes: Self.publicIDBytes),
      Self.isHexText(parts[2], bytes: Self.secretBytes)
    else { return nil }
    self.init(publicID: String(Substring(parts[1])), secret: String(Substring(parts[2])))
  }

  /// The text to be shown once.
  var text: String { Self.prefix + publicID + "_" + secret }

  /// What is kept of the secret: it is 256 bits of chance, so one round of a hash is enough.
  func hash(salt: String) -> String {
    hexText(digest(salt: salt))
  }

  /// Whether the secret is the one that was kept, in a time that does not depend on where they differ.
  func matches(hash: String, salt: String) -> Bool {
    // Hashed once more, two texts of any length are compared as digests, which takes constant time.
    let offered = SHA256.hash(data: Array(self.hash(salt: salt).utf8))
    return offered == SHA256.hash(data: Array(hash.utf8))
  }

  /// A salt for a new token.
  static func randomSalt() -> String { hexText(randomBytes(16)) }

  private func digest(salt: String) -> SHA256Digest {
    SHA256.hash(data: Array((salt + secret).utf8))
  }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private static func isHexText(_ text: Substring.UTF8View, bytes: Int) -> Bool {
    text.count == bytes * 2
      && text.allSatisfy { 0x30...0x39 ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
  }
}
