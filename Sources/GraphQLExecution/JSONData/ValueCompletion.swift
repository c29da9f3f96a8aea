import Columns
import GraphQLSchema
import JSON

/// Completes what one field reads from all objects of a layer.
///
/// Spec §6.4.3 Value Completion; non-null is the engine's to check.
struct ValueCompletion: Sendable {
  let schema: Schema
  /// The field, for messages.
  let coordinate: FieldCoordinate

  /// One entry for each value; it fails where the value does not fit the type. Recurses as deep as
  /// the type nests.
  func column(of values: [JSONValue], as type: FieldType) -> Column {
    switch type {
    case .nonNull(let nullable): return column(of: values, as: nullable)
    case .list(let element): return lists(of: values, elements: element)
    case .named(let id):
      switch schema[id] {
      case .scalar(let type): return leaves(of: values, coerce: type.coerceResult)
      case .enum(let type):
        return leaves(of: values) { value throws(FieldError) in
          try coerceResult(value, as: type, id)
        }
      case .object: return objects(of: values)
      case .interface, .union: return abstractObjects(of: values, as: id)
      case .inputObject(let type):
        preconditionFailure("A field has the input type \(type.name)")
      }
    }
  }

  private func leaves(
    of values: [JSONValue], coerce: (JSONValue) throws(FieldError) -> JSONValue
  ) -> Column {
    var column = EncodedColumn()
    var failures: [Int: FieldError] = [:]
    var cell: [UInt8] = []
    for (row, value) in values.enumerated() {
      guard value != .null else {
        column.appendNull()
        continue
      }
      do throws(FieldError) {
        cell.removeAll(keepingCapacity: true)
        appendJSON(try coerce(value), to: &cell)
        cell.withUnsafeBufferPointer { column.append(json: $0) }
      } catch {
        column.appendNull()
        failures[row] = error
      }
    }
    return Column.leaf(.encoded(column)).failing(failures)
  }

  private func lists(of values: [JSONValue], elements type: FieldType) -> Column {
    var offsets = [0]
    var nulls = NullRows()
    var elements: [JSONValue] = []
    var failures: [Int: FieldError] = [:]
    for (row, value) in values.enumerated() {
      switch value {
      case .array(let items): elements += items
      case .null: nulls.insert(row)
      case .boolean, .int, .number, .string, .object:
        nulls.insert(row)
        failures[row] = FieldError(
          "Expected Iterable, but did not find one for field \"\(coordinate.type).\(coordinate.field)\"."
        )
      }
      offsets.append(elements.count)
    }
    let lists = ListColumn(
      offsets: offsets, nulls: nulls, elements: column(of: elements, as: type))
    return Column.list(lists).failing(failures)
  }

  private func objects(of values: [JSONValue]) -> Column {
    var objects: [JSONValue] = []
    let rows = values.map { value in
      guard value != .null else { return Int32(-1) }
      objects.append(value)
      return Int32(objects.count - 1)
    }
    return .objects(ObjectColumn(rows: rows, contents: JSONLayer(objects).contents))
  }

  private func abstractObjects(of values: [JSONValue], as type: TypeID) -> Column {
    var types: [TypeID] = []
    var objects: [[JSONValue]] = []
    var members: [Int32] = []
    var rows: [Int32] = []
    var failures: [Int: FieldError] = [:]
    for (row, value) in values.enumerated() {
      do throws(FieldError) {
        if value != .null {
          let runtimeType = try resolveAbstractType(type, of: value)
          let member = types.firstIndex(of: runtimeType) ?? types.count
          if member == types.count {
            types.append(runtimeType)
            objects.append([])
          }
          members.append(Int32(member))
          rows.append(Int32(objects[member].count))
          objects[member].append(value)
          continue
        }
      } catch {
        failures[row] = error
      }
      members.append(0)
      rows.append(-1)
    }
    let column = AbstractColumn(
      members: zip(types, objects).map { type, objects in
        AbstractColumn.Member(type: type, contents: JSONLayer(objects).contents)
      }, memberIndices: members, rows: rows)
    return Column.abstract(column).failing(failures)
  }

  /// Spec §6.4.3 Value Completion, ResolveAbstractType.
  private func resolveAbstractType(
    _ abstractType: TypeID, of value: JSONValue
  ) throws(FieldError) -> TypeID {
    let abstractName = schema[abstractType].name
    guard case .string(let name) = value["__typename"] else {
      throw FieldError(
        "Abstract type \"\(abstractName)\" must resolve to an Object type at runtime "
          + "for field \"\(coordinate.type).\(coordinate.field)\". Either the \"\(abstractName)\" type should provide "
          + "a \"resolveType\" function or each possible type should provide "
          + "an \"isTypeOf\" function.")
    }
    guard let type = schema.typeID(named: name) else {
      throw FieldError(
        "Abstract type \"\(abstractName)\" was resolved to a type \"\(name)\" "
          + "that does not exist inside the schema.")
    }
    guard case .object = schema[type] else {
      throw FieldError(
        "Abstract type \"\(abstractName)\" was resolved to a non-object type \"\(name)\".")
    }
    guard schema.isPossibleType(type, of: abstractType) else {
      throw FieldError(
        "Runtime Object type \"\(name)\" is not a possible type for \"\(abstractName)\".")
    }
    return type
  }

  /// Spec §3.9 Enums, "Result Coercion".
  private func coerceResult(
    _ value: JSONValue, as type: EnumType, _ id: TypeID
  ) throws(FieldError) -> JSONValue {
    if case .string(let name) = value, schema.memberIndex(named: name, of: id) != nil {
      return value
    }
    throw FieldError("Enum \"\(type.name)\" cannot represent value: \(inspect(value))")
  }
}

extension Column {
  fileprivate func failing(_ failures: [Int: FieldError]) -> Column {
    failures.isEmpty ? self : .failing(self, failures: failures)
  }
}
