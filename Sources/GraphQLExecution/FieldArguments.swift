import GraphQLLanguage
import GraphQLSchema

/// A field's arguments in a plan: coerced already, unless a variable occurs in them.
///
/// Equal arguments make one slot of a layer. Spec §6.4.1 Coercing Field Arguments.
enum FieldArguments: Sendable, Hashable {
  case constant(ConstantArguments)
  case open(OpenArguments)

  /// Takes the arguments of a field node that is validated.
  init(
    of node: Field, in document: Document, as definitions: [InputField], schema: Schema
  ) {
    let open = OpenArguments(
      node: node, text: Self.canonicalText(of: node, in: document), definitions: definitions)
    guard !document[node.arguments].contains(where: { document.hasVariables($0.value) }) else {
      self = .open(open)
      return
    }
    do throws(FieldError) {
      self = .constant(
        ConstantArguments(
          values: try open.values(in: document, schema: schema, variables: .empty),
          text: open.text))
    } catch {
      preconditionFailure("A validated document has an invalid argument: \(error.message)")
    }
  }

  /// Where the arguments of a node are wrong, which has equal ones, if they are.
  func errorPlace(
    of node: Field, in document: Document, schema: Schema, variables: VariableValues
  ) -> Int32? {
    guard case .open(let arguments) = self else { return nil }
    do throws(ArgumentError) {
      _ = try arguments.coerced(of: node, in: document, schema: schema, variables: variables)
      return nil
    } catch {
      return error.place
    }
  }

  /// The arguments' texts ordered by name, so that their order in the document does not matter.
  private static func canonicalText(of node: Field, in document: Document) -> String {
    document[node.arguments].map { argument in
      "\(document.text(argument.name)):\(document.printed(argument.value))"
    }.sorted().joined(separator: ",")
  }

  /// The arguments for one request. Throws where a variable's value does not fit.
  func values(
    in document: Document, schema: Schema, variables: VariableValues
  ) throws(FieldError) -> ArgumentValues {
    switch self {
    case .constant(let arguments): arguments.values
    case .open(let arguments):
      try arguments.values(in: document, schema: schema, variables: variables)
    }
  }
}

/// Arguments in which a variable occurs: coerced for each request. Equal if their texts are.
struct OpenArguments: Sendable, Hashable {
  fileprivate let node: Field
  fileprivate let text: String
  fileprivate let definitions: [InputField]

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  fileprivate func values(
    in document: Document, schema: Schema, variables: VariableValues
  ) throws(FieldError) -> ArgumentValues {
    do throws(ArgumentError) {
      let values = try coerced(
        of: node, in: document, schema: schema, variables: variables)
      return ArgumentValues(
        entries: definitions.indices.compactMap { index in
          values[index].map { InputEntry(name: definitions[index].name, value: $0) }
        })
    } catch {
      throw FieldError(error.message, code: .badUserInput, concernsArgument: true)
    }
  }

  fileprivate func coerced(
    of node: Field, in document: Document, schema: Schema, variables: VariableValues
  ) throws(ArgumentError) -> [InputValue?] {
    try schema.coerceArgumentValues(
      node.arguments, in: document, as: definitions, at: node.range, variables: variables)
  }
}

extension OperationPlan {
  /// The arguments of the root fields that this request includes, in response order; without those
  /// of a field whose arguments are wrong, which execution will tell.
  public func rootArguments(for variables: VariableValues) -> [ArgumentValues] {
    root.shapes[0].includedEntries(for: variables).compactMap { _, entry in
      guard case .slot(let index, _) = entry.value else { return nil }
      do throws(FieldError) {
        return try root.slots[index].arguments.values(
          in: document.document, schema: document.schema, variables: variables)
      } catch {
        return nil
      }
    }
  }
}

/// A field's coerced arguments; absent ones without default are left out.
public struct ArgumentValues: Sendable, Hashable {
  let entries: [InputEntry]

  init(entries: [InputEntry]) {
    self.entries = entries
  }

  /// The value of an argument; nil if it is absent, `.null` if it is null.
  public subscript(name: String) -> InputValue? {
    entries.first { $0.name == name }?.value
  }
}

extension Document {
  /// Whether a variable occurs in a value. Recurses as deep as the document nests.
  fileprivate func hasVariables(_ value: NodeIndex<Value>) -> Bool { hasVariables(self[value]) }

  private func hasVariables(_ value: Value) -> Bool {
    switch value.kind {
    case .variable: true
    case .list(let elements): self[elements].contains { hasVariables($0) }
    case .object(let fields): self[fields].contains { hasVariables($0.value) }
    case .int, .float, .string, .boolean, .null, .enum: false
    }
  }
}
