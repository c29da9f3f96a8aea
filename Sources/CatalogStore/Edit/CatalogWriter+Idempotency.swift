import Crypto

/// Answers to repeat. A key belongs to its actor, is kept with the answer in the edit's own
/// transaction, and can be used again after a day.
extension CatalogWriter {
  /// How long an answer is kept, in microseconds: 24 hours.
  static let answerLifetime: Int64 = 24 * 3_600 * 1_000_000

  /// The answer that a key was given before; nil if the key is new, or was last used a day ago.
  ///
  /// Asked in the scope of the edit, so that two requests with one key cannot both find it new.
  /// - Parameters:
  ///   - key: what the client calls the request.
  ///   - actor: whose request it is; each has keys of their own.
  ///   - input: what is asked, in bytes that are the same for the same input.
  ///   - instant: now, in microseconds since 1970 UTC.
  /// - Returns: the bytes that were kept.
  /// - Throws: `EditError.conflict` if the key was used for another input.
  public func answer(
    toKey key: String, of actor: String?, input: [UInt8], at instant: Int64
  ) throws(EditError) -> [UInt8]? {
    try statements.run(
      "DELETE FROM idempotency_keys WHERE created_instant < ?1",
      .integer(instant - Self.answerLifetime))
    let kept = try statements.first(
      "SELECT input_hash, answer FROM idempotency_keys WHERE actor = ?1 AND key = ?2",
      .text(actor ?? ""), .text(key)
    ) { row in
      (hash: row.text(at: 0) ?? "", answer: row.withText(at: 1) { $0.map(Array.init) ?? [] })
    }
    guard let kept else { return nil }
    guard kept.hash == Self.hash(of: input) else { throw .conflict(.idempotencyKeyReused) }
    return kept.answer
  }

  /// Keeps the answer to a key that was new, in the scope of the edit.
  /// - Parameters:
  ///   - answer: UTF-8 to be given again, byte for byte.
  ///   - key: what the client calls the request.
  ///   - actor: whose request it is.
  ///   - input: what was asked, in the bytes that `answer(toKey:)` got.
  ///   - instant: now, in microseconds since 1970 UTC.
  /// - Throws: `EditError.store`.
  public func keep(
    _ answer: [UInt8], forKey key: String, of actor: String?, input: [UInt8], at instant: Int64
  ) throws(EditError) {
    try statements.run(
      """
      INSERT INTO idempotency_keys (actor, key, created_instant, input_hash, answer)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, .text(actor ?? ""), .text(key), .integer(instant), .text(Self.hash(of: input)),
      .text(String(decoding: answer, as: UTF8.self)))
  }

  private static func hash(of input: [UInt8]) -> String {
    hexText(SHA256.hash(data: input))
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
