/// A text of any size that repeats one thing which is hard on those who read it.
///
/// What a stage does with it may take time in proportion to its size, and no more.
struct AdversarialText: Sendable {
  /// What the text is full of.
  let name: String
  /// Whether it keeps all rules.
  let isValid: Bool
  /// The text of so many parts.
  private let text: @Sendable (_ parts: Int) -> String

  init(_ name: String, isValid: Bool = true, text: @escaping @Sendable (_ parts: Int) -> String) {
    self.name = name
    self.isValid = isValid
    self.text = text
  }

  /// A text of about so many bytes: within a tenth, unless the text has a greatest size.
  func text(bytes: Int) -> String {
    var parts = max(1, bytes / 16)
    for _ in 0..<4 {
      let length = text(parts).utf8.count
      if abs(length - bytes) * 10 <= bytes { break }
      parts = max(1, Int(Double(parts) * Double(bytes) / Double(length)))
    }
    return text(parts)
  }
}
