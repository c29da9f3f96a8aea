import GraphQLLanguage

/// Everything that the parser can accept, experiments included.
private var everyOption: ParseOptions {
  var options = ParseOptions()
  options.allowsFragmentArguments = true
  options.allowsDirectivesOnDirectiveDefinitions = true
  return options
}

func checkDocument(_ input: [UInt8]) throws(BrokenPromise) {
  try checkPrinting(input) { (source) throws(SyntaxError) in
    let document = try parseDocument(source, options: everyOption)
    return Printed(text: document.printed(), content: nil)
  }
}

func checkValue(_ input: [UInt8]) throws(BrokenPromise) {
  try checkPrinting(input) { (source) throws(SyntaxError) in
    let (document, value) = try parseValue(source)
    return Printed(text: document.printed(value), content: content(of: value, in: document))
  }
}

/// What a string literal stands for; nil for any other value.
private func content(of value: NodeIndex<Value>, in document: Document) -> String? {
  guard case .string = document[value].kind else { return nil }
  return document.string(of: document[value])
}

func checkTypeReference(_ input: [UInt8]) throws(BrokenPromise) {
  try checkPrinting(input) { (source) throws(SyntaxError) in
    let (document, type) = try parseTypeReference(source)
    return Printed(text: document.printed(type), content: nil)
  }
}

func checkCoordinate(_ input: [UInt8]) throws(BrokenPromise) {
  guard let coordinate = parsed(input, parseSchemaCoordinate) else { return }
  try promise(
    coordinate.description.utf8.elementsEqual(input), "A coordinate is written as it was read.")
}

func checkText(_ input: [UInt8]) throws(BrokenPromise) {
  let text = String(decoding: input, as: UTF8.self)
  try promise(
    contentOfLiteral(printString(text)) == text, "A string literal stands for its text.")
  for minimized in [false, true] where isPrintableAsBlockString(text) {
    let literal = printBlockString(text, minimized: minimized)
    try promise(
      contentOfLiteral(literal) == text, "A block string stands for its text: \(literal)")
  }
}

/// Scalars, so that canonical equivalence does not count as equality.
private func contentOfLiteral(_ literal: String) -> String.UnicodeScalarView? {
  parsed(Array(literal.utf8)) { (source) throws(SyntaxError) in
    let (document, value) = try parseValue(source)
    return document.string(of: document[value]).unicodeScalars
  }
}

/// A canonical form, and what the string literal that it is stands for.
private struct Printed {
  let text: String
  let content: String?
}

/// What is printed can be parsed, means the same, and is printed the same again.
private func checkPrinting(
  _ input: [UInt8], _ print: (Source) throws(SyntaxError) -> Printed
) throws(BrokenPromise) {
  guard let first = parsed(input, print) else { return }
  guard let second = parsed(Array(first.text.utf8), print) else {
    throw BrokenPromise("What is printed can be parsed: \(first.text)")
  }
  try promise(
    first.text.utf8.elementsEqual(second.text.utf8),
    "What is parsed again is printed the same: \(first.text) not \(second.text)")
  try promise(
    first.content.map { Array($0.utf8) } == second.content.map { Array($0.utf8) },
    "A string keeps its content when it is printed.")
}

/// What a parser makes of a text; nil if it refuses, for which it has a sentence.
private func parsed<Result>(
  _ input: [UInt8], _ parse: (Source) throws(SyntaxError) -> Result
) -> Result? {
  let source = Source(input)
  do {
    return try parse(source)
  } catch {
    _ = GraphQLError(error, in: source).message
    return nil
  }
}

extension String.UnicodeScalarView? {
  fileprivate static func == (view: Self, text: String) -> Bool {
    view?.elementsEqual(text.unicodeScalars) ?? false
  }
}
