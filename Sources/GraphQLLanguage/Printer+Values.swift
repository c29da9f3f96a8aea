/// Spec §2.10 Input Values and §2.12 Type References.
extension Printer {
  mutating func writeValue(_ value: Value) {
    switch value.kind {
    case .variable(let name):
      write("$")
      write(name)
    case .int, .float, .boolean, .null, .enum: write(value.range)
    case .string: writeLines(literal(of: value))
    case .list(let values): writeListValue(value, document[values])
    case .object(let fields): writeObjectValue(value, document[fields])
    }
  }

  private mutating func writeListValue(_ list: Value, _ values: ArraySlice<Value>) {
    guard lineLength(of: list, limit: Self.maximumLineLength) != nil else {
      writeBlock(values, open: "[", close: "]") { $0.writeValue($1) }
      return
    }
    write("[")
    write(values, separator: ", ") { $0.writeValue($1) }
    write("]")
  }

  private mutating func writeObjectValue(_ object: Value, _ fields: ArraySlice<ObjectField>) {
    guard lineLength(of: object, limit: Self.maximumLineLength) != nil else {
      writeBlock(fields) { $0.writeObjectField($1) }
      return
    }
    write("{ ")
    write(fields, separator: ", ") { $0.writeObjectField($1) }
    write(" }")
  }

  private mutating func writeObjectField(_ field: ObjectField) {
    write(field.name)
    write(": ")
    writeValue(document[field.value])
  }

  mutating func writeDefaultValue(_ value: NodeIndex<Value>?) {
    guard let value else { return }
    write(" = ")
    writeValue(document[value])
  }

  /// How long a value is on one line, in UTF-16 code units; nil if it is longer than `limit`.
  ///
  /// It stops as soon as it is, so measuring a list again at every level costs little.
  func lineLength(of value: Value, limit: Int) -> Int? {
    var length: Int
    switch value.kind {
    case .variable(let name): length = name.length + 1
    case .int, .float, .boolean, .null, .enum:
      length = Int(value.range.end - value.range.start)
    case .string: length = literal(of: value).utf16.count
    case .list(let values):
      length = 2
      for (index, element) in document[values].enumerated() {
        if index > 0 { length += 2 }
        guard let part = lineLength(of: element, limit: limit - length) else { return nil }
        length += part
      }
    case .object(let fields):
      length = 4
      for (index, field) in document[fields].enumerated() {
        length += field.name.length + (index > 0 ? 4 : 2)
        let value = document[field.value]
        guard let part = lineLength(of: value, limit: limit - length) else { return nil }
        length += part
      }
    }
    return length <= limit ? length : nil
  }

  /// Whether something with these parts takes more than one line.
  func hasLineBreak(
    _ description: NodeIndex<Value>?, _ defaultValue: NodeIndex<Value>?,
    _ directives: NodeRange<Directive>
  ) -> Bool {
    if description != nil { return true }
    if let defaultValue, hasLineBreak(document[defaultValue]) { return true }
    return document[directives].contains { directive in
      document[directive.arguments].contains { hasLineBreak(document[$0.value]) }
    }
  }

  private func hasLineBreak(_ value: Value) -> Bool {
    switch value.kind {
    case .variable, .int, .float, .boolean, .null, .enum: false
    case .string: literal(of: value).utf8.contains(ASCII.lineFeed)
    case .list(let values):
      lineLength(of: value, limit: Self.maximumLineLength) == nil
        || document[values].contains { hasLineBreak($0) }
    case .object(let fields):
      lineLength(of: value, limit: Self.maximumLineLength) == nil
        || document[fields].contains { hasLineBreak(document[$0.value]) }
    }
  }

  private func literal(of string: Value) -> String {
    let content = document.string(of: string)
    if case .string(isBlock: true) = string.kind { return printBlockString(content) }
    return printString(content)
  }

  mutating func writeTypeReference(_ index: NodeIndex<TypeReference>) {
    switch document[index].kind {
    case .named(let name): write(name)
    case .list(let element):
      write("[")
      writeTypeReference(element)
      write("]")
    case .nonNull(let type):
      writeTypeReference(type)
      write("!")
    }
  }
}
