import GraphQLLanguage
import GraphQLSchema

/// A variable where it is used. Spec §5.8.5 All Variable Usages Are Allowed.
struct VariableUsage: Sendable {
  /// The variable's name, without `$`.
  let name: Name
  /// Where the usage starts, with `$`.
  let place: Int32
  /// The type of the position; nil if it is unknown.
  let type: FieldType?
  /// Whether the argument or input field at the position has a default.
  let hasDefault: Bool
  /// The input object whose field the position is, if it is a oneOf one.
  let oneOfParent: TypeID?
}

/// Finds the variables in arguments. Recurses as deep as the document nests.
struct VariableUsageCollector {
  let document: Document
  let schema: Schema
  /// In the order in which they are met.
  private(set) var usages: [VariableUsage] = []

  init(document: Document, schema: Schema) {
    self.document = document
    self.schema = schema
  }

  /// Puts the usages from a place on in source order.
  mutating func sortUsages(from start: Int) {
    guard usages.count - start > 1 else { return }
    usages[start...].sort { $0.place < $1.place }
  }

  /// Collects from the arguments of a field; nil if it is unknown.
  mutating func collect(_ arguments: NodeRange<Argument>, of field: FieldID?) {
    guard !arguments.isEmpty else { return }
    for argument in document[arguments] {
      let value = document[argument.value]
      guard canContainVariables(value) else { continue }
      let definition = field.flatMap { field in
        schema.argumentIndex(named: argument.name, in: document, of: field)
          .map { schema[field].arguments[$0] }
      }
      collect(value, at: Position(definition))
    }
  }

  /// Collects from the arguments of directives.
  mutating func collect(_ directives: NodeRange<Directive>) {
    guard !directives.isEmpty else { return }
    for directive in document[directives] where !directive.arguments.isEmpty {
      let definitions = schema.directive(named: directive.name, in: document)?.arguments ?? []
      for argument in document[directive.arguments] {
        let value = document[argument.value]
        guard canContainVariables(value) else { continue }
        let definition = definitions.first { argument.name.isText($0.name, in: document) }
        collect(value, at: Position(definition))
      }
    }
  }

  /// Collects from the arguments of a spread, which are some of the variables of its fragment.
  mutating func collect(
    _ arguments: NodeRange<Argument>, of variables: [String: VariableDefinition]
  ) {
    for argument in document[arguments] {
      let value = document[argument.value]
      guard canContainVariables(value) else { continue }
      let variable = variables[document.text(argument.name)]
      let type = variable.flatMap { schema.fieldType(of: $0.type, in: document) }
      collect(value, at: Position(type: type, hasDefault: variable?.defaultValue != nil))
    }
  }

  /// Moves the usages of some variables behind the others, from a place on; where they begin.
  mutating func moveToEnd(_ variables: [String: VariableDefinition], from start: Int) -> Int {
    guard !variables.isEmpty else { return usages.count }
    let own = usages[start...].filter { variables[document.text($0.name)] != nil }
    let others = usages[start...].filter { variables[document.text($0.name)] == nil }
    usages.replaceSubrange(start..., with: others + own)
    return usages.count - own.count
  }

  private func canContainVariables(_ value: Value) -> Bool {
    switch value.kind {
    case .variable, .list, .object: true
    case .int, .float, .string, .boolean, .null, .enum: false
    }
  }

  /// What is known of a place where a value stands.
  private struct Position {
    var type: FieldType?
    var hasDefault = false
    var oneOfParent: TypeID?

    init(type: FieldType?, hasDefault: Bool) {
      self.type = type
      self.hasDefault = hasDefault
    }

    init(_ definition: InputField?, oneOfParent: TypeID? = nil) {
      type = definition?.type
      hasDefault = definition?.defaultValueText != nil
      self.oneOfParent = oneOfParent
    }

    /// An item of a list; the type is the list's.
    init(itemOf list: FieldType?) {
      if case .list(let element)? = list?.nullable { type = element }
    }
  }

  private mutating func collect(_ value: Value, at position: Position) {
    switch value.kind {
    case .variable(let name):
      usages.append(
        VariableUsage(
          name: name, place: value.range.start, type: position.type,
          hasDefault: position.hasDefault, oneOfParent: position.oneOfParent))
    case .list(let items):
      for item in document[items] { collect(item, at: Position(itemOf: position.type)) }
    case .object(let fields):
      let type = position.type?.namedType
      let object = type.flatMap { type in
        if case .inputObject(let object) = schema[type] { object } else { nil }
      }
      for field in document[fields] {
        let definition = type.flatMap { type in
          object.flatMap { object in
            schema.memberIndex(named: field.name, in: document, of: type).map { object.fields[$0] }
          }
        }
        collect(
          document[field.value],
          at: Position(definition, oneOfParent: object?.isOneOf == true ? type : nil))
      }
    case .int, .float, .string, .boolean, .null, .enum: break
    }
  }
}
