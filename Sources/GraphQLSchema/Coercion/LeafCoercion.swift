import GraphQLLanguage
import JSON

/// Why a scalar or enum does not accept a value: the sentence for the client.
struct LeafError: Error, Equatable {
  let message: String
}

/// Input coercion of scalars, from literals and from JSON.
///
/// Spec §3.5.1 Int, §3.5.2 Float, §3.5.3 String, §3.5.4 Boolean, §3.5.5 ID.
extension ScalarType {
  /// The value of a literal that is neither a variable nor null.
  func coerceLiteral(
    _ value: Value, in document: Document, variables: VariableValues?
  ) throws(LeafError) -> InputValue {
    switch builtIn {
    case .int: return try .int(coerceIntLiteral(value, in: document))
    case .float: return try .float(coerceFloatLiteral(value, in: document))
    case .string:
      guard case .string = value.kind else {
        throw LeafError(
          message: "String cannot represent a non string value: \(document.printed(value))")
      }
      return .string(document.string(of: value))
    case .boolean:
      guard case .boolean(let boolean) = value.kind else {
        throw LeafError(
          message: "Boolean cannot represent a non boolean value: \(document.printed(value))")
      }
      return .boolean(boolean)
    case .id:
      switch value.kind {
      case .string, .int: return .string(document.string(of: value))
      case .variable, .float, .boolean, .null, .enum, .list, .object:
        throw LeafError(
          message: "ID cannot represent a non-string and non-integer value: "
            + document.printed(value))
      }
    case nil: return InputValue(untyped: value, in: document, variables: variables) ?? .null
    }
  }

  private func coerceIntLiteral(_ value: Value, in document: Document) throws(LeafError) -> Int64 {
    guard case .int = value.kind else {
      throw LeafError(
        message: "Int cannot represent non-integer value: \(document.printed(value))")
    }
    guard let number = Int32(document.text(value.range)) else {
      throw LeafError(
        message: "Int cannot represent non 32-bit signed integer value: "
          + document.printed(value))
    }
    return Int64(number)
  }

  private func coerceFloatLiteral(
    _ value: Value, in document: Document
  ) throws(LeafError) -> Double {
    switch value.kind {
    case .int, .float:
      if let number = Double(document.text(value.range)), number.isFinite { return number }
    case .variable, .string, .boolean, .null, .enum, .list, .object: break
    }
    throw LeafError(
      message: "Float cannot represent non numeric value: \(document.printed(value))")
  }

  /// The value of JSON that is not null.
  func coerceInput(_ value: JSONValue) throws(LeafError) -> InputValue {
    switch builtIn {
    case .int: return try .int(coerceInt(value))
    case .float:
      switch value {
      case .int(let number): return .float(Double(number))
      case .number(let number) where number.isFinite: return .float(number)
      case .null, .boolean, .number, .string, .array, .object:
        throw LeafError(message: "Float cannot represent non numeric value: \(inspect(value))")
      }
    case .string:
      guard case .string(let text) = value else {
        throw LeafError(message: "String cannot represent a non string value: \(inspect(value))")
      }
      return .string(text)
    case .boolean:
      guard case .boolean(let boolean) = value else {
        throw LeafError(
          message: "Boolean cannot represent a non boolean value: \(inspect(value))")
      }
      return .boolean(boolean)
    case .id:
      guard let text = coerceID(value) else {
        throw LeafError(message: "ID cannot represent value: \(inspect(value))")
      }
      return .string(text)
    case nil: return InputValue(untyped: value)
    }
  }
}

/// A whole number of 32 bits, `1.0` among them. Spec §3.5.1 Int.
func coerceInt(_ value: JSONValue) throws(LeafError) -> Int64 {
  let number: Int64
  switch value {
  case .int(let integer): number = integer
  case .number(let double):
    // Beyond 53 bits every number is whole, and none of them fits.
    guard let integer = Int64(exactly: double) ?? (double.magnitude > 0x1p53 ? .max : nil),
      double.isFinite
    else {
      throw LeafError(message: "Int cannot represent non-integer value: \(inspect(value))")
    }
    number = integer
  case .null, .boolean, .string, .array, .object:
    throw LeafError(message: "Int cannot represent non-integer value: \(inspect(value))")
  }
  guard Int32(exactly: number) != nil else {
    throw LeafError(
      message: "Int cannot represent non 32-bit signed integer value: \(inspect(value))")
  }
  return number
}

/// A string, or a whole number as text. Spec §3.5.5 ID.
func coerceID(_ value: JSONValue) -> String? {
  switch value {
  case .string(let text): text
  case .int(let number): String(number)
  case .number(let number): number.isWhole ? numberText(number) : nil
  case .null, .boolean, .array, .object: nil
  }
}

/// Input coercion of enums. Spec §3.9 Enums.
extension EnumType {
  /// The value of a literal that is neither a variable nor null.
  func coerceLiteral(_ value: Value, in document: Document) throws(LeafError) -> InputValue {
    let text = document.printed(value)
    guard case .enum = value.kind else {
      throw LeafError(
        message:
          "Enum \"\(name)\" cannot represent non-enum value: \(text).\(suggestions(for: text))")
    }
    guard hasValue(named: text) else {
      throw LeafError(
        message: "Value \"\(text)\" does not exist in \"\(name)\" enum.\(suggestions(for: text))")
    }
    return .enum(text)
  }

  /// The value of JSON that is not null.
  func coerceInput(_ value: JSONValue) throws(LeafError) -> InputValue {
    guard case .string(let text) = value else {
      let text = inspect(value)
      throw LeafError(
        message:
          "Enum \"\(name)\" cannot represent non-string value: \(text).\(suggestions(for: text))")
    }
    guard hasValue(named: text) else {
      throw LeafError(
        message: "Value \"\(text)\" does not exist in \"\(name)\" enum.\(suggestions(for: text))")
    }
    return .enum(text)
  }

  /// Whether the enum has a value.
  func hasValue(named name: String) -> Bool { values.contains { $0.name == name } }

  private func suggestions(for text: String) -> String {
    didYouMean(suggestionList(text, values.map(\.name)), "the enum value")
  }
}

/// Values of custom scalars, which keep the shape in which they came.
extension InputValue {
  /// The value of a literal; nil for an absent variable.
  init?(untyped value: Value, in document: Document, variables: VariableValues?) {
    switch value.kind {
    case .variable(let name):
      guard let value = variables?[name, document] else { return nil }
      self = value
    case .int:
      let text = document.text(value.range)
      if let number = Int64(text) {
        self = .int(number)
      } else {
        self = .float(Double(text) ?? 0)
      }
    case .float: self = .float(Double(document.text(value.range)) ?? 0)
    case .string: self = .string(document.string(of: value))
    case .boolean(let boolean): self = .boolean(boolean)
    case .null: self = .null
    case .enum: self = .enum(document.text(value.range))
    case .list(let items):
      self = .list(
        document[items].map { item in
          InputValue(untyped: item, in: document, variables: variables) ?? .null
        })
    case .object(let fields):
      self = .object(
        document[fields].compactMap { field in
          InputValue(untyped: document[field.value], in: document, variables: variables)
            .map { InputEntry(name: document.text(field.name), value: $0) }
        })
    }
  }

  /// The value of JSON.
  init(untyped value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .int(let number): self = .int(number)
    case .number(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map { InputValue(untyped: $0) })
    case .object(let members):
      self = .object(
        members.map { InputEntry(name: $0.name, value: InputValue(untyped: $0.value)) })
    }
  }
}
