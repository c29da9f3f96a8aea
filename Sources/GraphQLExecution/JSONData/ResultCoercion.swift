import GraphQLSchema
import JSON

/// Result coercion of scalars, from JSON to JSON, as forgiving as the reference implementation is.
///
/// Spec §3.5.1 Int, §3.5.2 Float, §3.5.3 String, §3.5.4 Boolean, §3.5.5 ID.
extension ScalarType {
  /// What is written for a value that is not null; custom scalars are written as they are.
  func coerceResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
    switch builtIn {
    case .int: try coerceIntResult(value)
    case .float: try coerceFloatResult(value)
    case .string: try coerceStringResult(value)
    case .boolean: try coerceBooleanResult(value)
    case .id: try coerceIDResult(value)
    case nil: value
    }
  }
}

private func coerceIntResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
  switch value {
  case .boolean(let isTrue): return .int(isTrue ? 1 : 0)
  case .int(let number) where Int32(exactly: number) != nil: return value
  case .number, .string:
    if let number = number(in: value), let integer = Int32(exactly: number) {
      return .int(Int64(integer))
    }
  case .null, .int, .array, .object: break
  }
  let isWhole = number(in: value)?.isWhole ?? false
  throw FieldError(
    "Int cannot represent non\(isWhole ? " 32-bit signed " : "-")integer value: \(inspect(value))")
}

private func coerceFloatResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
  switch value {
  case .boolean(let isTrue): return .int(isTrue ? 1 : 0)
  case .int, .number, .string:
    if let number = number(in: value), number.isFinite { return .number(number) }
  case .null, .array, .object: break
  }
  throw FieldError("Float cannot represent non numeric value: \(inspect(value))")
}

private func coerceStringResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
  switch value {
  case .string: return value
  case .boolean(let isTrue): return .string(isTrue ? "true" : "false")
  case .int(let number): return .string(String(number))
  case .number(let number): return .string(numberText(number))
  case .null, .array, .object:
    throw FieldError("String cannot represent value: \(inspect(value))")
  }
}

private func coerceBooleanResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
  switch value {
  case .boolean: return value
  case .int(let number): return .boolean(number != 0)
  case .number(let number): return .boolean(number != 0)
  case .null, .string, .array, .object:
    throw FieldError("Boolean cannot represent a non boolean value: \(inspect(value))")
  }
}

private func coerceIDResult(_ value: JSONValue) throws(FieldError) -> JSONValue {
  switch value {
  case .string: return value
  case .int(let number): return .string(String(number))
  case .number(let number) where number.isWhole: return .string(numberText(number))
  case .null, .boolean, .number, .array, .object:
    throw FieldError("ID cannot represent value: \(inspect(value))")
  }
}

/// The number that a value is or a text holds; nil for the empty text, as for one that holds none.
private func number(in value: JSONValue) -> Double? {
  switch value {
  case .int(let number): Double(number)
  case .number(let number): number
  case .string(let text): text.isEmpty ? nil : number(inText: text)
  case .null, .boolean, .array, .object: nil
  }
}
