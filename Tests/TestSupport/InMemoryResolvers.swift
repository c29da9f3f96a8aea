import Columns
import GraphQLExecution
import GraphQLSchema
import JSON
import Synchronization

/// The resolver calls of one request, in their order; the request's environment.
public final class ResolverCalls: Sendable {
  private let texts = Mutex<[String]>([])

  /// Makes a log without calls.
  public init() {}

  /// Each call as `Type.field`, a cross and the number of objects it was made for.
  public var all: [String] { texts.withLock { $0 } }

  /// Adds to the log.
  public func append(_ text: String) { texts.withLock { $0.append(text) } }
}

/// Resolvers for every object type of a schema over plain data, as the interpreter reads it.
///
/// They serve executions whose root source is a `DataLayer` and whose environment is `ResolverCalls`.
/// `faults` is what they say of themselves; lists are given in windows where that is asked for.
public func inMemoryBindings(
  _ schema: Schema, faults: FieldFaults = .any
) -> [FieldCoordinate: FieldResolver] {
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for case .object(let type) in schema.types where !type.name.hasPrefix("__") {
    for field in type.fields {
      bindings[FieldCoordinate(type.name, field.name)] = FieldResolver(
        faults: faults, givesWindows: true
      ) { call in
        call.environment(as: ResolverCalls.self).append("\(type.name).\(field.name)×\(call.count)")
        return try column(of: field, for: call, schema)
      }
    }
  }
  return bindings
}

/// How many objects of layers there are, and were at the most at one time.
public final class LayerCensus: Sendable {
  private let counts = Mutex<(now: Int, most: Int)>((0, 0))

  /// Makes a census of nothing.
  public init() {}

  /// The most objects that there have been at one time.
  public var most: Int { counts.withLock { $0.most } }

  fileprivate func add(_ objects: Int) {
    counts.withLock { counts in
      counts.now += objects
      counts.most = max(counts.most, counts.now)
    }
  }

  fileprivate func remove(_ objects: Int) {
    counts.withLock { $0.now -= objects }
  }
}

/// The objects of one layer of plain data.
public final class DataLayer: Sendable {
  let objects: [DataObject]
  fileprivate let census: LayerCensus?

  /// Makes a layer of objects of one type, which `census` counts as long as it is there.
  public init(_ objects: [DataObject], census: LayerCensus? = nil) {
    self.objects = objects
    self.census = census
    census?.add(objects.count)
  }

  deinit {
    census?.remove(objects.count)
  }

  fileprivate var contents: LayerContents { LayerContents(count: objects.count, source: self) }
}

private func column(
  of field: OutputField, for call: FieldCall, _ schema: Schema
) throws -> Column {
  var arguments: [String: InputValue] = [:]
  for argument in field.arguments { arguments[argument.name] = call.arguments[argument.name] }
  var values: [DataValue] = []
  var failures: [Int: FieldError] = [:]
  let layer = call.source(as: DataLayer.self)
  for (row, object) in layer.objects.enumerated() {
    do {
      values.append(try object.value(of: field.name, arguments))
    } catch let error as FieldError {
      values.append(.null)
      failures[row] = error
    }
  }
  let builder = ColumnBuilder(schema: schema, census: layer.census)
  if case .window(let count) = call.portion, case .list(let elements)? = values.first,
    elements.count > max(count, 1), failures.isEmpty
  {
    return builder.window(of: elements, count: max(count, 1), as: field.type)
  }
  if case .atMost(let count) = call.portion, values.reduce(0, { $0 + $1.elementCount }) > count {
    throw PortionExceeded()
  }
  let column = builder.column(values, as: field.type)
  guard !failures.isEmpty else { return column }
  return .failing(column, failures: failures)
}

extension DataValue {
  fileprivate var elementCount: Int {
    if case .list(let elements) = self { elements.count } else { 0 }
  }
}

/// Makes columns of values, after the type they are to be completed as.
private struct ColumnBuilder {
  let schema: Schema
  let census: LayerCensus?

  /// The first elements of a list; the others when they are asked for.
  func window(of elements: [DataValue], count: Int, as type: FieldType) -> Column {
    guard case .list(let elementType) = type.nullable else {
      preconditionFailure("Windows are asked of lists")
    }
    let first = Array(elements.prefix(count))
    let rest = ListRest { start, count in
      ListRest.Window(
        elements: column(Array(elements[start...].prefix(count)), as: elementType),
        hasMore: start + count < elements.count)
    }
    return .list(
      ListColumn(offsets: [0, first.count], elements: column(first, as: elementType), rest: rest))
  }

  func column(_ values: [DataValue], as type: FieldType) -> Column {
    var failures: [Int: FieldError] = [:]
    for (row, value) in values.enumerated() {
      if case .failure(let message) = value { failures[row] = FieldError(message) }
    }
    let column: Column
    switch type.nullable {
    case .list(let element): column = lists(values, of: element)
    case .named(let id) where schema[id].isLeaf: column = .leaf(leaves(values, of: schema[id]))
    case .named(let id):
      column = schema[id].isAbstract ? abstract(values) : objects(values)
    case .nonNull: preconditionFailure("A non-null type is wrapped twice")
    }
    return failures.isEmpty ? column : .failing(column, failures: failures)
  }

  private func lists(_ values: [DataValue], of element: FieldType) -> Column {
    var offsets = [0]
    var nulls = NullRows()
    var all: [DataValue] = []
    for (row, value) in values.enumerated() {
      if case .list(let elements) = value {
        all += elements
      } else {
        nulls.insert(row)
      }
      offsets.append(all.count)
    }
    return .list(ListColumn(offsets: offsets, nulls: nulls, elements: column(all, as: element)))
  }

  private func leaves(_ values: [DataValue], of type: NamedType) -> LeafColumn {
    let leaves = values.map { value -> JSONValue in
      if case .leaf(let leaf) = value { leaf } else { .null }
    }
    guard case .scalar(let scalar) = type else { return encoded(leaves) }
    switch scalar.builtIn {
    case .int: return ints(leaves)
    case .float: return floats(leaves)
    case .boolean: return booleans(leaves)
    case .string, .id, nil: return encoded(leaves)
    }
  }

  private func ints(_ leaves: [JSONValue]) -> LeafColumn {
    var column = IntColumn()
    for leaf in leaves {
      if case .int(let number) = leaf { column.append(number) } else { column.appendNull() }
    }
    return .ints(column)
  }

  private func floats(_ leaves: [JSONValue]) -> LeafColumn {
    var column = FloatColumn()
    for leaf in leaves {
      switch leaf {
      case .int(let number): column.append(Double(number))
      case .number(let number): column.append(number)
      case .null, .boolean, .string, .array, .object: column.appendNull()
      }
    }
    return .floats(column)
  }

  private func booleans(_ leaves: [JSONValue]) -> LeafColumn {
    var column = BooleanColumn()
    for leaf in leaves {
      if case .boolean(let value) = leaf { column.append(value) } else { column.appendNull() }
    }
    return .booleans(column)
  }

  private func encoded(_ leaves: [JSONValue]) -> LeafColumn {
    var column = EncodedColumn()
    for leaf in leaves {
      if leaf == .null {
        column.appendNull()
      } else {
        var json: [UInt8] = []
        appendJSON(leaf, to: &json)
        json.withUnsafeBufferPointer { column.append(json: $0) }
      }
    }
    return .encoded(column)
  }

  private func objects(_ values: [DataValue]) -> Column {
    var rows = RowsByObject()
    let column = values.map { value -> Int32 in
      if case .object(let object) = value { rows.row(of: object) } else { -1 }
    }
    return .objects(
      ObjectColumn(rows: column, contents: DataLayer(rows.objects, census: census).contents))
  }

  private func abstract(_ values: [DataValue]) -> Column {
    var typeNames: [String] = []
    var members: [RowsByObject] = []
    var memberIndices: [Int32] = []
    var rows: [Int32] = []
    for value in values {
      guard case .object(let object) = value else {
        memberIndices.append(0)
        rows.append(-1)
        continue
      }
      let member = typeNames.firstIndex(of: object.typeName) ?? typeNames.count
      if member == typeNames.count {
        typeNames.append(object.typeName)
        members.append(RowsByObject())
      }
      memberIndices.append(Int32(member))
      rows.append(members[member].row(of: object))
    }
    let contents = zip(typeNames, members).map { name, member in
      guard let type = schema.typeID(named: name) else {
        preconditionFailure("The test data has an object of no type: \(name)")
      }
      return AbstractColumn.Member(
        type: type, contents: DataLayer(member.objects, census: census).contents)
    }
    return .abstract(
      AbstractColumn(members: contents, memberIndices: memberIndices, rows: rows))
  }
}

/// The different objects among many references.
private struct RowsByObject {
  private(set) var objects: [DataObject] = []
  private var rows: [ObjectIdentifier: Int32] = [:]

  mutating func row(of object: DataObject) -> Int32 {
    if let row = rows[ObjectIdentifier(object)] { return row }
    let row = Int32(objects.count)
    rows[ObjectIdentifier(object)] = row
    objects.append(object)
    return row
  }
}
