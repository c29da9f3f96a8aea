import GraphQLSchema

extension InputValue {
  /// The value as GraphQL writes it; for texts without anything to escape.
  var text: String {
    switch self {
    case .null: "null"
    case .int(let number): "\(number)"
    case .float(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .boolean(let value): "\(value)"
    case .enum(let name): name
    case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .object(let entries):
      "{\(entries.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }
}
