/// The options that `input` may be a misspelling of, the most similar first.
///
/// An option counts if about two edits in five characters make it of `input`. Among equally similar
/// ones the natural order decides.
public func suggestionList(_ input: String, _ options: [String]) -> [String] {
  let distance = LexicalDistance(from: input)
  let threshold = input.utf16.count * 2 / 5 + 1
  var seen: Set<String> = []
  return
    options
    .filter { seen.insert($0).inserted }
    .compactMap { option in
      distance.measure(option, threshold: threshold).map { (option: option, distance: $0) }
    }
    .sorted { left, right in
      left.distance == right.distance
        ? naturallyPrecedes(left.option, right.option) : left.distance < right.distance
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
  private let input: String
  private let lowercasedInput: [UInt16]

  init(from input: String) {
    self.input = input
    lowercasedInput = Array(input.lowercased().utf16)
  }

  /// The edits from the input to `option`; nil if more than `threshold`.
  func measure(_ option: String, threshold: Int) -> Int? {
    if input == option { return 0 }
    let lowercasedOption = Array(option.lowercased().utf16)
    if lowercasedInput == lowercasedOption { return 1 }
    var (long, short) = (lowercasedOption, lowercasedInput)
    if long.count < short.count { swap(&long, &short) }
    if long.count - short.count > threshold { return nil }

    var beforePrevious: [Int] = []
    var previous = Array(0...short.count)
    for i in 1..<long.count + 1 {
      var current = [i]
      for j in 1..<short.count + 1 {
        let cost = long[i - 1] == short[j - 1] ? 0 : 1
        var cell = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, long[i - 1] == short[j - 2], long[i - 2] == short[j - 1] {
          cell = min(cell, beforePrevious[j - 2] + 1)
        }
        current.append(cell)
      }
      // No later cell is smaller than the smallest of a row.
      if let smallest = current.min(), smallest > threshold { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[short.count] <= threshold ? previous[short.count] : nil
  }
}
