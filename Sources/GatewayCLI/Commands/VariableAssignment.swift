import GraphQLLanguage
import JSON

/// A variable that is given as `name=value`.
struct VariableAssignment: Equatable {
  let name: String
  let text: String

  /// Reads `name=value`; nil without a name.
  init?(_ assignment: String) {
    guard let equals = assignment.firstIndex(of: "="), equals != assignment.startIndex else {
      return nil
    }
    // `$name=value` is what one is tempted to write.
    name = String(assignment[..<equals].drop { $0 == "$" })
    text = String(assignment[assignment.index(after: equals)...])
  }

  /// The variable: the text itself if that is what its type wants, else JSON; what is no JSON is a
  /// string all the same, such as the name of an enum's value or a time.
  func member(isText: Bool) -> JSONMember {
    guard !isText else { return JSONMember(name: name, value: .string(text)) }
    do {
      return JSONMember(name: name, value: try parseJSON(text))
    } catch {
      return JSONMember(name: name, value: .string(text))
    }
  }
}

/// The variables of an operation whose type is `String` or `ID`; none if the query has an error,
/// which whoever runs it explains.
func textVariables(in query: Source, operation name: String?) -> Set<String> {
  let document: Document
  do {
    document = try parseDocument(query)
  } catch {
    return []
  }
  guard let operation = document.operation(named: name) else { return [] }
  var names: Set<String> = []
  for variable in document[operation.variableDefinitions]
  where ["String", "ID"].contains(document.namedText(of: variable.type)) {
    names.insert(document.text(variable.name))
  }
  return names
}

extension Document {
  /// The operation with a name, or the first one without a name to look for.
  func operation(named name: String?) -> OperationDefinition? {
    for case .operation(let operation) in definitions
    where name == nil || operation.name.map({ text($0) }) == name {
      return operation
    }
    return nil
  }

  /// The name that a type reference is, non-null or not; nil for a list.
  fileprivate func namedText(of type: NodeIndex<TypeReference>) -> String? {
    switch self[type].kind {
    case .named(let name): text(name)
    case .nonNull(let nullable): namedText(of: nullable)
    case .list: nil
    }
  }
}
