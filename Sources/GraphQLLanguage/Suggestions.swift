/// The options that `input` may be a misspelling of, the most similar first.
///
/// An option counts if about two edits in five characters make it of `input`. Among equally similar
/// ones the natural order decides. Costs, for each option of a similar length, the product of the
/// lengths at most; texts of thousands of characters are not compared.
public func suggestionList(_ input: String, _ options: [String]) -> [String] {
  var distance = LexicalDistance(from: input)
  let threshold = input.utf16.count * 2 / 5 + 1
  var similar: [(option: String, utf8: ArraySlice<UInt8>, distance: Int)] = []
  for option in options {
    guard let edits = distance.measure(option, threshold: threshold) else { continue }
    similar.append((option, Array(option.utf8)[...], edits))
  }
  var seen: Set<String> = []
  return
    similar
    .filter { seen.insert($0.option).inserted }
    .sorted { left, right in
      left.distance == right.distance
        ? naturallyPrecedes(left.utf8, right.utf8) : left.distance < right.distance
    }
    .map(\.option)
}

/// The question that ends an error's message, with a space before it; empty without suggestions.
///
/// `subMessage` comes before the suggestions: `the enum value`. At most five are named.
public func didYouMean(_ suggestions: [String], _ subMessage: String? = nil) -> String {
  guard !suggestions.isEmpty else { return "" }
  let named = orList(suggestions.prefix(5).map { "\"\($0)\"" })
  return " Did you mean \(subMessage.map { "\($0) " } ?? "")\(named)?"
}

extension GraphQLError {
  /// The same error without what `didYouMean` has put into its message.
  public var withoutSuggestions: GraphQLError {
    let question = /\ Did\ you\ mean\ ([a-z ]+\ )?"[^"]*"(,\ "[^"]*")*(,?\ or\ "[^"]*")?\?/
    return GraphQLError(
      message.replacing(question, with: ""), locations: locations, path: path, code: code,
      details: details)
  }
}

/// `A`, `A or B`, or `A, B, or C`; empty without items.
public func orList(_ items: [String]) -> String { list(items, conjunction: "or") }

/// `A`, `A and B`, or `A, B, and C`; empty without items.
public func andList(_ items: [String]) -> String { list(items, conjunction: "and") }

private func list(_ items: [String], conjunction: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  let others = items.dropLast().joined(separator: ", ")
  return items.count == 2 ? "\(others) \(conjunction) \(last)" : "\(others), \(conjunction) \(last)"
}

/// How many edits make one text of another.
///
/// An edit inserts, deletes or replaces a character or swaps two neighbours. Case differences
/// alone count as one edit together.
private struct LexicalDistance {
  /// Cells of the table that two texts may take: what names of a thousand characters need.
  private static let maximumCells = 1_000_000

  private let input: String
  private let lowercasedInput: [UInt16]
  /// Rows of the table, kept to be used again: the current one and the two before it.
  private var current: [Int] = []
  private var previous: [Int] = []
  private var beforePrevious: [Int] = []

  init(from input: String) {
    self.input = input
    lowercasedInput = lowercased(input)
  }

  /// The edits from the input to `option`; nil if more than `threshold`.
  mutating func measure(_ option: String, threshold: Int) -> Int? {
    if input == option { return 0 }
    let optionCount = option.utf16.count
    guard abs(optionCount - lowercasedInput.count) <= threshold,
      optionCount <= Self.maximumCells / max(lowercasedInput.count, 1)
    else { return nil }
    let lowercasedOption = lowercased(option)
    if lowercasedInput == lowercasedOption { return 1 }
    return edits(lowercasedInput, lowercasedOption, threshold: threshold)
  }

  private mutating func edits(_ short: [UInt16], _ long: [UInt16], threshold: Int) -> Int? {
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0...short.count)
    current = previous
    beforePrevious = previous
    for i in 1..<long.count + 1 {
      current[0] = i
      // No later cell is smaller than the smallest of a row.
      var smallest = i
      for j in 1..<short.count + 1 {
        let cost = long[i - 1] == short[j - 1] ? 0 : 1
        var cell = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, long[i - 1] == short[j - 2], long[i - 2] == short[j - 1] {
          cell = min(cell, beforePrevious[j - 2] + 1)
        }
        current[j] = cell
        smallest = min(smallest, cell)
      }
      if smallest > threshold { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[short.count] <= threshold ? previous[short.count] : nil
  }
}

/// The UTF-16 code units of a text in lower case; quickly for a name.
private func lowercased(_ text: String) -> [UInt16] {
  var units: [UInt16] = []
  units.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    guard byte < 0x80 else { return Array(text.lowercased().utf16) }
    units.append(UInt16(0x41...0x5A ~= byte ? byte | 0x20 : byte))
  }
  return units
}
