import GraphQLLanguage

/// The rules for the types of a schema together. Spec §3 Type System, "Type Validation" in each
/// section.
///
/// Errors come in the order of the reference implementation: roots, directives, then type by type.
struct TypeSystemRules {
  let draft: SchemaDraft
  /// By type, the definitions of its input fields.
  let inputFieldNodes: [[InputValueDefinition]]
  var errors = ErrorList()
  /// The fields of input object types with a default, each after those whose defaults its own has
  /// parts of; complete after `check`.
  var defaultedFields: [InputFieldID] = []
  var finishedFields: Set<InputFieldID> = []
  /// By interface, the type that was last seen to implement it.
  var implementers: [TypeID?]

  var schema: Schema { draft.schema }

  init(_ draft: SchemaDraft) {
    self.draft = draft
    inputFieldNodes = draft.schema.types.indices.map { draft.inputFieldNodes(of: TypeID($0)) }
    implementers = Array(repeating: nil, count: draft.schema.types.count)
  }

  mutating func check() {
    checkRoots()
    for (index, node) in draft.directiveNodes.enumerated() {
      if let node { checkDirective(schema.directives[index], node) }
    }
    for index in schema.types.indices where !draft.typeSources[index].isBuiltIn {
      checkType(TypeID(index))
    }
    checkFiniteInputObjects()
  }

  private mutating func checkType(_ id: TypeID) {
    checkName(of: id)
    switch schema[id] {
    case .scalar: break
    case .object, .interface:
      checkFields(of: id)
      checkInterfaces(of: id)
    case .union(let type): checkMembers(of: type, id)
    case .enum(let type): checkValues(of: type, id)
    case .inputObject(let type):
      checkInputFields(of: type, id)
      checkDefaultCycles(from: id)
    }
  }

  private mutating func checkName(of id: TypeID) {
    checkName(schema[id].name, at: definitions(of: id)[0].range.start)
  }

  /// Spec §2.1.8 Names, "Reserved Names".
  mutating func checkName(_ name: String, at place: Int32) {
    if name.hasPrefix("__") {
      errors.report(
        "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        at: place)
    }
  }

  /// The definition of a type and its extensions.
  func definitions(of id: TypeID) -> [TypeDefinition] { draft.typeSources[id.index].definitions }

  /// Where the definition of a type and its extensions begin.
  func places(of id: TypeID) -> [Int32] { definitions(of: id).map(\.range.start) }

  /// Where a type reference begins.
  func place(of type: NodeIndex<TypeReference>) -> Int32 {
    draft.document[type].range.start
  }

  /// Where `@deprecated` stands, and the type after it; what deprecation errors point at.
  func places(
    ofDeprecated directives: NodeRange<Directive>, type: NodeIndex<TypeReference>
  ) -> [Int32] {
    let document = draft.document
    let directive = document[directives].first { $0.name.isText("deprecated", in: document) }
    return (directive.map { [$0.range.start] } ?? []) + [place(of: type)]
  }
}
