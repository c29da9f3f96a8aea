extension Document {
  /// The document in canonical form, as the reference implementation prints it.
  ///
  /// Parsing the result gives the same nodes. Comments are lost. Costs time linear in the document.
  public func printed() -> String {
    var printer = Printer(self)
    printer.writeDocument()
    return printer.text
  }

  /// One definition in canonical form.
  public func printed(_ definition: Definition) -> String {
    var printer = Printer(self)
    printer.writeDefinition(definition)
    return printer.text
  }

  /// One value in canonical form.
  public func printed(_ value: Value) -> String {
    var printer = Printer(self)
    printer.writeValue(value)
    return printer.text
  }

  /// One value in canonical form.
  public func printed(_ value: NodeIndex<Value>) -> String { printed(self[value]) }

  /// A type reference without white space.
  public func printed(_ type: NodeIndex<TypeReference>) -> String {
    var printer = Printer(self)
    printer.writeTypeReference(type)
    return printer.text
  }
}

/// Writes nodes of a document in canonical form.
///
/// A list that would be longer than a line stands on several. Whether it would is a question of its
/// own text alone, not of the column that it starts in, so one pass suffices.
struct Printer {
  /// How many UTF-16 code units a list of arguments or values may have on one line.
  static let maximumLineLength = 80

  let document: Document
  private var output: [UInt8] = []
  private var depth = 0

  init(_ document: Document) {
    self.document = document
  }

  /// What has been written.
  var text: String { String(decoding: output, as: UTF8.self) }

  mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  mutating func write(_ name: Name) {
    write(name.range)
  }

  /// Writes a part of the source as it is.
  mutating func write(_ range: SourceRange) {
    output.append(contentsOf: document.source.bytes[Int(range.start)..<Int(range.end)])
  }

  /// Ends the line and indents the next.
  mutating func writeLineBreak() {
    output.append(ASCII.lineFeed)
    output.append(contentsOf: repeatElement(ASCII.space, count: 2 * depth))
  }

  /// Writes text that has lines, each of which is indented.
  mutating func writeLines(_ text: String) {
    for byte in text.utf8 {
      if byte == ASCII.lineFeed { writeLineBreak() } else { output.append(byte) }
    }
  }

  /// Writes nodes with a separator between them.
  mutating func write<Nodes: Sequence>(
    _ nodes: Nodes, separator: String, each: (inout Printer, Nodes.Element) -> Void
  ) {
    var isFirst = true
    for node in nodes {
      if !isFirst { write(separator) }
      isFirst = false
      each(&self, node)
    }
  }

  /// Writes nodes on lines of their own, deeper by one level, between two marks.
  mutating func writeBlock<Nodes: Sequence>(
    _ nodes: Nodes, open: String = "{", close: String = "}",
    each: (inout Printer, Nodes.Element) -> Void
  ) {
    write(open)
    depth += 1
    for node in nodes {
      writeLineBreak()
      each(&self, node)
    }
    depth -= 1
    writeLineBreak()
    write(close)
  }

  mutating func writeDocument() {
    write(document.definitions, separator: "\n\n") { $0.writeDefinition($1) }
  }

  mutating func writeDefinition(_ definition: Definition) {
    switch definition {
    case .operation(let operation): writeOperationDefinition(operation)
    case .fragment(let fragment): writeFragmentDefinition(fragment)
    case .schema(let schema): writeSchemaDefinition(schema)
    case .type(let type): writeTypeDefinition(type)
    case .directive(let directive): writeDirectiveDefinition(directive)
    }
  }

  /// Writes a description on lines of its own, before what it describes.
  mutating func writeDescription(_ description: NodeIndex<Value>?) {
    guard let description else { return }
    writeValue(document[description])
    writeLineBreak()
  }
}
