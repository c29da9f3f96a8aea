import GraphQLLanguage
import GraphQLSchema
import JSON
import Testing

/// A schema with every sort of input type.
let inputSchema: Schema = {
  do {
    return try schema(
      """
      type Query {
        a(int: Int, five: Int = 5, needed: Int!, sixth: Int! = 6, list: [Int!], one: One): Int
        b(float: Float, id: ID, json: JSON): Int
      }
      enum Color { RED GREEN }
      input Point { x: Int! y: Int! = 0 label: String color: Color = RED tags: [String!] }
      input One @oneOf { a: String b: Int p: Point }
      scalar JSON
      """)
  } catch {
    preconditionFailure("the tests' schema is valid, but for \(error)")
  }
}()

/// What a literal comes to for a place of a type, with variables of an operation; nil if the type
/// does not accept it.
func coerceLiteral(
  _ literal: String, as type: String, variables: String = "", _ values: JSONValue = .object([])
) throws -> InputValue? {
  let source = "query\(variables.isEmpty ? "" : "(\(variables))") { a(v: \(literal)) }"
  let document = parse(source)
  guard case .operation(let operation)? = document.definitions.first,
    case .field(let index)? = document[operation.selectionSet.selections].first,
    let argument = document[document[index].arguments].first,
    case .object(let members) = values
  else { return nil }
  return inputSchema.coerceLiteral(
    argument.value, in: document, as: try fieldType(type),
    variables: try inputSchema.coerceVariableValues(of: operation, in: document, from: members))
}

/// What a literal comes to in a request whose variables are a JSON text; nil if the literal is
/// refused, or already the variables.
func coerceRequest(
  _ literal: String, as type: String, variables: String, _ json: String
) throws -> InputValue? {
  do {
    return try coerceLiteral(literal, as: type, variables: variables, parseJSON(json))
  } catch is VariableErrors {
    return nil
  }
}

/// What coercing a variable comes to.
enum Coerced: Equatable {
  case value(InputValue?)
  case errors([GraphQLError])
}

/// What a JSON text comes to as the value of a variable; nil if the type does not accept it.
func coerceJSON(_ json: String, as type: String) throws -> InputValue? {
  switch try coerceVariable(json, as: type) {
  case .value(let value): value
  case .errors: nil
  }
}

/// What a JSON text, or none, comes to as the value of a variable.
func coerceVariable(_ json: String?, as type: String) throws -> Coerced {
  let document = parse("query ($v: \(type)) { a }")
  guard case .operation(let operation)? = document.definitions.first else {
    preconditionFailure("the document is an operation")
  }
  let members = try json.map { [JSONMember(name: "v", value: try parseJSON($0))] } ?? []
  do throws(VariableErrors) {
    let values = try inputSchema.coerceVariableValues(of: operation, in: document, from: members)
    return .value(values[0])
  } catch {
    return .errors(error.errors)
  }
}

private func fieldType(_ text: String) throws -> FieldType {
  let (document, reference) = try parseTypeReference(Source(text))
  return try #require(inputSchema.fieldType(of: reference, in: document))
}
