import GraphQLLanguage

/// The nodes of a document as indented lines: kind, bytes, content.
struct Outline {
  private let document: Document
  private let showsRanges: Bool
  private var lines: [String] = []
  private var depth = 0

  /// The outline of a text's document, or why there is none.
  static func text(of text: String, options: ParseOptions = ParseOptions()) -> String {
    let source = Source(text)
    do {
      return Self.text(of: try parseDocument(source, options: options))
    } catch {
      return GraphQLError(error, in: source).message
    }
  }

  /// The outline of a document; without ranges, of its structure and content alone.
  static func text(of document: Document, showsRanges: Bool = true) -> String {
    var outline = Outline(document, showsRanges: showsRanges)
    for definition in document.definitions { outline.add(definition) }
    return outline.lines.joined(separator: "\n")
  }

  /// The outline of a value on one line.
  static func text(of value: NodeIndex<Value>, in document: Document) -> String {
    Outline(document, showsRanges: false).value(value)
  }

  private init(_ document: Document, showsRanges: Bool) {
    self.document = document
    self.showsRanges = showsRanges
  }

  private mutating func add(
    _ kind: String, _ range: SourceRange, _ parts: String?...,
    children: (inout Outline) -> Void = { _ in }
  ) {
    let place = showsRanges ? "\(range.start)-\(range.end)" : nil
    let line = ([kind, place] + parts).compactMap { $0 }.filter { !$0.isEmpty }
    lines.append(String(repeating: "  ", count: depth) + line.joined(separator: " "))
    depth += 1
    children(&self)
    depth -= 1
  }

  private mutating func add(_ definition: Definition) {
    switch definition {
    case .operation(let operation):
      add(
        operation.operationType.rawValue, operation.range, name(operation.name),
        description(operation.description), directives(operation.directives)
      ) {
        $0.add(operation.variableDefinitions)
        $0.add(operation.selectionSet)
      }
    case .fragment(let fragment):
      add(
        "fragment", fragment.range, name(fragment.name), "on", name(fragment.typeCondition),
        description(fragment.description), directives(fragment.directives)
      ) {
        $0.add(fragment.variableDefinitions)
        $0.add(fragment.selectionSet)
      }
    case .schema(let schema):
      add(
        schema.isExtension ? "extend schema" : "schema", schema.range,
        description(schema.description), directives(schema.directives)
      ) { outline in
        for root in outline.document[schema.operationTypes] {
          outline.add(root.operationType.rawValue, root.range, outline.name(root.type))
        }
      }
    case .type(let type): add(type)
    case .directive(let directive):
      add(
        directive.isExtension ? "extend directive" : "directive", directive.range,
        name(directive.name), description(directive.description),
        directives(directive.directives), directive.isRepeatable ? "repeatable" : nil,
        document[directive.locations].map(document.text).joined(separator: "|")
      ) { $0.add(directive.arguments, as: "argument") }
    }
  }

  private mutating func add(_ type: TypeDefinition) {
    add(
      (type.isExtension ? "extend " : "") + "\(type.kind)", type.range, name(type.name),
      description(type.description),
      document[type.interfaces].map(document.text).joined(separator: "&"),
      document[type.memberTypes].map(document.text).joined(separator: "|"),
      directives(type.directives)
    ) { outline in
      for field in outline.document[type.fields] {
        outline.add(
          "field", field.range, outline.name(field.name), outline.type(field.type),
          outline.description(field.description), outline.directives(field.directives)
        ) { $0.add(field.arguments, as: "argument") }
      }
      for value in outline.document[type.values] {
        outline.add(
          "value", value.range, outline.name(value.name), outline.description(value.description),
          outline.directives(value.directives))
      }
      outline.add(type.inputFields, as: "input")
    }
  }

  private mutating func add(_ inputs: NodeRange<InputValueDefinition>, as kind: String) {
    for input in document[inputs] {
      add(
        kind, input.range, name(input.name), type(input.type),
        input.defaultValue.map { "= \(value($0))" }, description(input.description),
        directives(input.directives))
    }
  }

  private mutating func add(_ variables: NodeRange<VariableDefinition>) {
    for variable in document[variables] {
      add(
        "variable", variable.range, name(variable.name), type(variable.type),
        variable.defaultValue.map { "= \(value($0))" }, description(variable.description),
        directives(variable.directives))
    }
  }

  private mutating func add(_ set: SelectionSet) {
    for selection in document[set.selections] {
      switch selection {
      case .field(let index):
        let field = document[index]
        add(
          "field", field.range, field.alias.map { "\(document.text($0)):" }, name(field.name),
          arguments(field.arguments), directives(field.directives)
        ) { outline in
          if let set = field.selectionSet { outline.add(set) }
        }
      case .fragmentSpread(let index):
        let spread = document[index]
        add(
          "spread", spread.range, name(spread.name), arguments(spread.arguments),
          directives(spread.directives))
      case .inlineFragment(let index):
        let fragment = document[index]
        add(
          "inline", fragment.range, fragment.typeCondition.map { "on \(document.text($0))" },
          directives(fragment.directives)
        ) { $0.add(fragment.selectionSet) }
      }
    }
  }

  private func name(_ name: Name?) -> String? { name.map(document.text) }

  private func description(_ index: NodeIndex<Value>?) -> String? {
    index.map { "described \(value($0))" }
  }

  private func arguments(_ range: NodeRange<Argument>) -> String {
    if range.isEmpty { return "" }
    let list = document[range].map { "\(document.text($0.name)): \(value($0.value))" }
    return "(\(list.joined(separator: ", ")))"
  }

  private func directives(_ range: NodeRange<Directive>) -> String {
    document[range].map { "@\(document.text($0.name))\(arguments($0.arguments))" }
      .joined(separator: " ")
  }

  private func type(_ index: NodeIndex<TypeReference>) -> String {
    switch document[index].kind {
    case .named(let name): document.text(name)
    case .list(let element): "[\(type(element))]"
    case .nonNull(let nullable): "\(type(nullable))!"
    }
  }

  private func value(_ index: NodeIndex<Value>) -> String { value(document[index]) }

  private func value(_ value: Value) -> String {
    switch value.kind {
    case .variable(let name): "$\(document.text(name))"
    case .int: "int:\(document.text(value.range))"
    case .float: "float:\(document.text(value.range))"
    case .string(isBlock: false): "string:\(document.string(of: value).debugDescription)"
    case .string(isBlock: true): "block:\(document.string(of: value).debugDescription)"
    case .boolean(let isTrue): "boolean:\(isTrue)"
    case .null: "null"
    case .enum: "enum:\(document.text(value.range))"
    case .list(let values): "[\(document[values].map(self.value).joined(separator: ", "))]"
    case .object(let fields): "{\(document[fields].map(objectField).joined(separator: ", "))}"
    }
  }

  private func objectField(_ field: ObjectField) -> String {
    "\(document.text(field.name)): \(value(field.value))"
  }
}
