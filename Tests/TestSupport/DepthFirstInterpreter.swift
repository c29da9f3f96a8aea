import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON

/// Executes operations as the specification's algorithms read: field by field, depth first.
///
/// Slow and literal on purpose: what it answers is what the engine must answer, byte for byte.
/// Spec §6 Execution.
public struct DepthFirstInterpreter {
  private let document: Document
  private let schema: Schema
  private let variables: VariableValues
  private let fragments: [String: FragmentDefinition]
  private var errors: [GraphQLError] = []

  /// The `data` and the errors of an operation on a root object.
  public static func execute(
    _ operation: OperationDefinition, of document: Document, schema: Schema,
    variables: VariableValues, root: DataObject
  ) -> (data: JSONValue, errors: [GraphQLError]) {
    var interpreter = Self(document: document, schema: schema, variables: variables)
    do throws(Propagation) {
      let data = try interpreter.executeSelectionSets(
        [operation.selectionSet], on: root, path: [])
      return (data, interpreter.errors)
    } catch {
      return (.null, interpreter.errors + [error.error])
    }
  }

  private init(document: Document, schema: Schema, variables: VariableValues) {
    self.document = document
    self.schema = schema
    self.variables = variables
    var fragments: [String: FragmentDefinition] = [:]
    for case .fragment(let fragment) in document.definitions {
      fragments[document.text(fragment.name)] = fragment
    }
    self.fragments = fragments
  }

  private typealias Path = [GraphQLError.PathSegment]

  /// The error of a non-null place on its way to the next nullable one.
  private struct Propagation: Error {
    let error: GraphQLError
  }

  /// The fields of one response name.
  private struct FieldSet {
    let responseName: String
    var fields: [Field]
  }

  /// Spec §6.3.3 Executing Collected Fields.
  private mutating func executeSelectionSets(
    _ selectionSets: [SelectionSet], on object: DataObject, path: Path
  ) throws(Propagation) -> JSONValue {
    guard let type = schema.typeID(named: object.typeName) else {
      preconditionFailure("The test data has an object of no type: \(object.typeName)")
    }
    var visitedFragments: Set<String> = []
    var fieldSets: [FieldSet] = []
    do throws(GraphQLError) {
      for selectionSet in selectionSets {
        try collectFields(in: selectionSet, on: type, &visitedFragments, into: &fieldSets)
      }
    } catch {
      throw Propagation(
        error: GraphQLError(
          error.message, locations: error.locations, path: path.isEmpty ? nil : path,
          code: error.code))
    }
    var members: [JSONMember] = []
    for fieldSet in fieldSets {
      let value = try executeField(
        fieldSet, of: object, type, path: path + [.name(fieldSet.responseName)])
      members.append(JSONMember(name: fieldSet.responseName, value: value))
    }
    return .object(members)
  }

  /// Spec §6.3.2 Field Collection.
  private func collectFields(
    in selectionSet: SelectionSet, on type: TypeID, _ visitedFragments: inout Set<String>,
    into fieldSets: inout [FieldSet]
  ) throws(GraphQLError) {
    for selection in document[selectionSet.selections] {
      switch selection {
      case .field(let index):
        let field = document[index]
        guard try isIncluded(field.directives) else { continue }
        let responseName = document.text(field.responseName)
        if let known = fieldSets.firstIndex(where: { $0.responseName == responseName }) {
          fieldSets[known].fields.append(field)
        } else {
          fieldSets.append(FieldSet(responseName: responseName, fields: [field]))
        }
      case .fragmentSpread(let index):
        let spread = document[index]
        let name = document.text(spread.name)
        guard try isIncluded(spread.directives), visitedFragments.insert(name).inserted,
          let fragment = fragments[name], fragmentTypeApplies(fragment.typeCondition, to: type)
        else { continue }
        try collectFields(in: fragment.selectionSet, on: type, &visitedFragments, into: &fieldSets)
      case .inlineFragment(let index):
        let fragment = document[index]
        guard try isIncluded(fragment.directives),
          fragmentTypeApplies(fragment.typeCondition, to: type)
        else { continue }
        try collectFields(in: fragment.selectionSet, on: type, &visitedFragments, into: &fieldSets)
      }
    }
  }

  /// Spec §3.13.1 @skip, §3.13.2 @include.
  private func isIncluded(_ directives: NodeRange<Directive>) throws(GraphQLError) -> Bool {
    if directives.isEmpty { return true }
    if try condition(of: "skip", among: directives) == true { return false }
    return try condition(of: "include", among: directives) ?? true
  }

  private func condition(
    of name: String, among directives: NodeRange<Directive>
  ) throws(GraphQLError) -> Bool? {
    guard let node = document[directives].first(where: { document.text($0.name) == name }),
      let directive = schema.directive(named: node.name, in: document)
    else { return nil }
    do throws(ArgumentError) {
      let arguments = try schema.coerceArgumentValues(
        node.arguments, in: document, as: directive.arguments, at: node.range,
        variables: variables)
      return arguments[0] == .boolean(true)
    } catch {
      throw GraphQLError(error, in: document.source)
    }
  }

  private func fragmentTypeApplies(_ condition: Name?, to type: TypeID) -> Bool {
    guard let condition else { return true }
    guard let id = schema.typeID(named: condition, in: document) else { return false }
    return schema.possibleTypes(of: id).contains(type)
  }

  /// Spec §6.4 Executing Fields.
  private mutating func executeField(
    _ fieldSet: FieldSet, of object: DataObject, _ type: TypeID, path: Path
  ) throws(Propagation) -> JSONValue {
    let node = fieldSet.fields[0]
    guard let definition = schema.field(named: node.name, in: document, on: type) else {
      preconditionFailure("A valid document selects fields that there are")
    }
    if definition.name == "__typename" { return .string(object.typeName) }
    let place = Place(
      coordinate: "\(object.typeName).\(definition.name)", fields: fieldSet.fields, path: path)
    return try completePlace(place, as: definition.type) { interpreter throws(Propagation) in
      try interpreter.resolveFieldValue(node, definition, of: object, at: place)
    }
  }

  /// A place in the response and what asked for it.
  private struct Place {
    let coordinate: String
    let fields: [Field]
    var path: Path

    func element(_ index: Int) -> Place {
      var place = self
      place.path.append(.index(index))
      return place
    }
  }

  /// Spec §6.4.1 Coercing Field Arguments, §6.4.2 Value Resolution.
  private func resolveFieldValue(
    _ node: Field, _ definition: OutputField, of object: DataObject, at place: Place
  ) throws(Propagation) -> DataValue {
    do {
      let values = try schema.coerceArgumentValues(
        node.arguments, in: document, as: definition.arguments, at: node.range,
        variables: variables)
      var arguments: [String: InputValue] = [:]
      for (argument, value) in zip(definition.arguments, values) {
        arguments[argument.name] = value
      }
      return try object.value(of: definition.name, arguments)
    } catch let error as ArgumentError {
      let error = GraphQLError(error, in: document.source)
      throw Propagation(
        error: GraphQLError(
          error.message, locations: error.locations, path: place.path, code: error.code))
    } catch let error as FieldError {
      throw failure(error.message, at: place, code: error.code)
    } catch {
      throw failure("\(error)", at: place)
    }
  }

  /// Completes what `resolve` gives: null in a nullable place if there is an error.
  ///
  /// Spec §6.4.4 Handling Execution Errors.
  private mutating func completePlace(
    _ place: Place, as type: FieldType,
    resolve: (inout Self) throws(Propagation) -> DataValue
  ) throws(Propagation) -> JSONValue {
    do throws(Propagation) {
      return try completeValue(try resolve(&self), as: type, at: place)
    } catch {
      if type.isNonNull { throw error }
      errors.append(error.error)
      return .null
    }
  }

  /// Spec §6.4.3 Value Completion.
  private mutating func completeValue(
    _ value: DataValue, as type: FieldType, at place: Place
  ) throws(Propagation) -> JSONValue {
    if case .nonNull(let nullable) = type {
      let completed = try completeValue(value, as: nullable, at: place)
      guard completed == .null else { return completed }
      throw failure(
        "Cannot return null for non-nullable field \(place.coordinate).", at: place)
    }
    switch (value, type) {
    case (.failure(let message), _): throw failure(message, at: place)
    case (.leaf(.null), _): return .null
    case (.list(let elements), .list(let elementType)):
      var completed: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        completed.append(
          try completePlace(place.element(index), as: elementType) { _ in element })
      }
      return .array(completed)
    case (.leaf(let leaf), _): return leaf
    case (.object(let object), .named):
      return try executeSelectionSets(
        place.fields.compactMap(\.selectionSet), on: object, path: place.path)
    case (.list, _), (.object, _):
      preconditionFailure("The test data does not have the shape of \(place.coordinate)")
    }
  }

  private func failure(_ message: String, at place: Place, code: ErrorCode? = nil) -> Propagation {
    Propagation(
      error: GraphQLError(
        message,
        locations: place.fields.map { document.source.location(at: $0.range.start) },
        path: place.path, code: code))
  }
}
