import GraphQLLanguage

extension Schema {
  /// Why a literal is no value for a place of a type; nothing if it is one.
  ///
  /// Without `variables`, they are taken to have values that fit. Reports each problem, at most
  /// `limit` of them. Spec §5.6 Values.
  public func problems(
    of value: NodeIndex<Value>, in document: Document, as type: FieldType,
    variables: VariableValues? = nil, limit: Int = .max
  ) -> [InputProblem] {
    var check = LiteralProblems(
      schema: self, document: document, variables: variables, limit: limit)
    check.check(document[value], as: type)
    return check.problems
  }
}

extension Schema {
  /// Whether a literal is a value for a place of a type, by a look that costs next to nothing.
  ///
  /// True for most literals that `problems` finds nothing wrong with, and for no others. Variables
  /// are taken to have values that fit. Spec §5.6.1 Values of Correct Type.
  public func plainlyAccepts(
    _ value: Value, in document: Document, as type: FieldType
  ) -> Bool {
    switch value.kind {
    case .variable: return true
    case .null: return !type.isNonNull
    case .int, .float, .string, .boolean, .enum, .list, .object: break
    }
    switch type {
    case .nonNull(let nullable): return plainlyAccepts(value, in: document, as: nullable)
    case .list(let element):
      guard case .list(let items) = value.kind else {
        return plainlyAccepts(value, in: document, as: element)
      }
      return document[items].allSatisfy { plainlyAccepts($0, in: document, as: element) }
    case .named(let id):
      switch kind(of: id) {
      case .scalar: return builtInScalar(id)?.plainlyAccepts(value) ?? true
      case .enum:
        guard case .enum = value.kind else { return false }
        return index.memberNames.position(of: value.range, in: document.source, list: id.index)
          != nil
      case .inputObject: return false
      case .object, .interface, .union: return true
      }
    }
  }
}

extension BuiltInScalar {
  /// Numbers of so few digits fit `Int`, and `Float`.
  private static let plainDigits = 9

  fileprivate func plainlyAccepts(_ value: Value) -> Bool {
    switch (self, value.kind) {
    case (.int, .int), (.float, .int): value.range.end - value.range.start <= Self.plainDigits
    case (.string, .string), (.boolean, .boolean), (.id, .string), (.id, .int): true
    case (_, _): false
    }
  }
}

/// Collects what is wrong with a literal. Recurses as deep as the document nests.
struct LiteralProblems {
  let schema: Schema
  let document: Document
  let variables: VariableValues?
  let limit: Int
  private(set) var problems: [InputProblem] = []
  private var path: [GraphQLError.PathSegment] = []

  init(schema: Schema, document: Document, variables: VariableValues?, limit: Int) {
    self.schema = schema
    self.document = document
    self.variables = variables
    self.limit = limit
  }

  mutating func check(_ value: Value, as type: FieldType) {
    guard problems.count < limit else { return }
    if case .variable(let name) = value.kind {
      checkVariable(name, value, as: type)
      return
    }
    if case .null = value.kind {
      if type.isNonNull { report(InputSentence.nullForNonNull(schema.text(of: type)), value.range) }
      return
    }
    switch type {
    case .nonNull(let nullable): check(value, as: nullable)
    case .list(let element):
      guard case .list(let items) = value.kind else {
        check(value, as: element)
        return
      }
      for (index, item) in document[items].enumerated() {
        path.append(.index(index))
        check(item, as: element)
        path.removeLast()
      }
    case .named(let id): checkNamed(value, as: id)
    }
  }

  private mutating func checkNamed(_ value: Value, as id: TypeID) {
    do throws(LeafError) {
      switch schema[id] {
      case .scalar(let type):
        // A scalar that accepts anything need not be asked.
        if type.isBuiltIn {
          _ = try type.coerceLiteral(value, in: document, variables: variables)
        }
      case .enum(let type): _ = try type.coerceLiteral(value, in: document)
      case .inputObject(let type): checkObject(value, as: type, id)
      case .object, .interface, .union: break
      }
    } catch {
      report(error.message, value.range)
    }
  }

  private mutating func checkVariable(_ name: Name, _ value: Value, as type: FieldType) {
    guard let variables, type.isNonNull else { return }
    let variable = "Expected variable \"$\(document.text(name))\" provided to "
    let typeText = "type \"\(schema.text(of: type))\" "
    switch variables[name, document] {
    case nil: report(variable + typeText + "to provide a runtime value.", value.range)
    case .null: report(variable + "non-null " + typeText + "not to be null.", value.range)
    case .int, .float, .string, .boolean, .enum, .list, .object: break
    }
  }

  private mutating func checkObject(_ value: Value, as type: InputObjectType, _ id: TypeID) {
    guard case .object(let nodes) = value.kind else {
      report(InputSentence.notAnObject(type.name, found: document.printed(value)), value.range)
      return
    }
    var given: [Value?] = Array(repeating: nil, count: type.fields.count)
    var unknown: [ObjectField] = []
    var known: [ObjectField] = []
    for node in document[nodes] {
      if let index = schema.memberIndex(named: node.name, in: document, of: id) {
        given[index] = document[node.value]
        known.append(node)
      } else {
        unknown.append(node)
      }
    }
    for (field, node) in zip(type.fields, given) {
      if let node {
        checkField(field, node, of: type, object: value)
      } else if field.isRequired {
        report(
          InputSentence.missingField(type.name, field.name, found: document.printed(value)),
          value.range)
      }
    }
    for node in unknown where problems.count < limit {
      report(
        InputSentence.unknownField(
          type, document.text(node.name), found: document.printed(value)), node.range)
    }
    if type.isOneOf { checkOneOf(known, of: type, object: value) }
  }

  private mutating func checkField(
    _ field: InputField, _ value: Value, of type: InputObjectType, object: Value
  ) {
    path.append(.name(field.name))
    defer { path.removeLast() }
    if case .variable(let name) = value.kind, let variables {
      let variable = variables[name, document]
      if type.isOneOf {
        checkOneOfVariable(document.text(name), variable, field, of: type, object: object)
      } else if variable == nil, !field.isRequired {
        return
      }
    }
    check(value, as: field.type)
  }

  private mutating func checkOneOfVariable(
    _ name: String, _ variable: InputValue?, _ field: InputField, of type: InputObjectType,
    object: Value
  ) {
    let start =
      "Expected variable \"$\(name)\" provided to field \"\(field.name)\" "
      + "for OneOf Input Object type \"\(type.name)\" "
    path.removeLast()
    defer { path.append(.name(field.name)) }
    switch variable {
    case nil: report(start + "to provide a runtime value.", object.range)
    case .null: report(start + "not to be null.", object.range)
    case .int, .float, .string, .boolean, .enum, .list, .object: break
    }
  }

  private mutating func checkOneOf(
    _ known: [ObjectField], of type: InputObjectType, object: Value
  ) {
    guard known.count == 1 else {
      report(InputSentence.notExactlyOne(type.name), object.range)
      return
    }
    if case .null = document[known[0].value].kind {
      path.append(.name(document.text(known[0].name)))
      report(InputSentence.notExactlyOne(type.name), object.range)
      path.removeLast()
    }
  }

  private mutating func report(_ message: String, _ range: SourceRange) {
    guard problems.count < limit else { return }
    problems.append(InputProblem(message: message, path: path, range: range))
  }
}
