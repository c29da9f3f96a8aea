import GraphQLLanguage

/// A constant value's text with the fields of its objects in natural order, so that equal values
/// have equal texts; laid out as the printer does.
func sortedValueText(_ text: String) -> String {
  do throws(SyntaxError) {
    let (document, value) = try parseConstValue(Source(text))
    let sorted = document.sortedText(of: document[value])
    let (sortedDocument, sortedValue) = try parseConstValue(Source(sorted))
    return sortedDocument.printed(sortedValue)
  } catch {
    preconditionFailure("A schema's default value cannot be parsed again: \(text)")
  }
}

extension Document {
  /// Recurses as deep as the value nests.
  fileprivate func sortedText(of value: Value) -> String {
    switch value.kind {
    case .list(let items):
      return "[" + self[items].map { sortedText(of: $0) }.joined(separator: ", ") + "]"
    case .object(let fields):
      let sorted = self[fields].sorted { naturallyPrecedes(text($0.name), text($1.name)) }
      let texts = sorted.map { "\(text($0.name)): \(sortedText(of: self[$0.value]))" }
      return "{" + texts.joined(separator: ", ") + "}"
    case .variable, .int, .float, .string, .boolean, .null, .enum: return text(value.range)
    }
  }
}
