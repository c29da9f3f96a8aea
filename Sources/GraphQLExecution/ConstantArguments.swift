import GraphQLSchema

/// Arguments in which no variable occurs. Equal if their values are, or, where defaults make these
/// large, their texts.
///
/// A default can have other defaults as its parts, and those can again, so that a short schema has
/// values with more parts than can be counted. They share these; only comparing would count them.
struct ConstantArguments: Sendable, Hashable {
  /// Parts of values that are compared.
  private static let maximumParts = 1_000

  let values: ArgumentValues
  private let text: String
  private let isSmall: Bool

  init(values: ArgumentValues, text: String) {
    self.values = values
    self.text = text
    var parts = Self.maximumParts
    isSmall = InputValue.object(values.entries).hasParts(atMost: &parts)
  }

  static func == (left: Self, right: Self) -> Bool {
    guard left.isSmall == right.isSmall else { return false }
    return left.isSmall ? left.values == right.values : left.text == right.text
  }

  func hash(into hasher: inout Hasher) {
    if isSmall { hasher.combine(values) } else { hasher.combine(text) }
  }
}

extension InputValue {
  /// Whether the value has no more parts than `limit`, which goes down by what it has.
  fileprivate func hasParts(atMost limit: inout Int) -> Bool {
    limit -= 1
    if limit < 0 { return false }
    switch self {
    case .list(let elements):
      for element in elements where !element.hasParts(atMost: &limit) { return false }
    case .object(let entries):
      for entry in entries where !entry.value.hasParts(atMost: &limit) { return false }
    case .null, .int, .float, .string, .boolean, .enum: break
    }
    return true
  }
}
