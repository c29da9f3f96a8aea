import SQLite

/// Writes the objects of one resource into its table, each only if something is different.
final class ObjectTable {
  /// What became of an object.
  enum Outcome {
    case added
    case updated
    case unchanged
  }

  let shape: ObjectShape
  private let connection: Connection
  private let exists: Statement
  private let insert: Statement
  private let update: Statement

  init(_ shape: ObjectShape, on connection: Connection) throws(SQLiteError) {
    self.shape = shape
    let table = shape.resource.rawValue
    let columns = shape.fields.flatMap(\.columns)
    let names = ["id"] + columns.map(\.name)
    let parameters = (1...names.count).map { "?\($0)" }
    var assigned = zip(columns, parameters.dropFirst()).map { "\($0.name) = \($1)" }
    var compared = zip(columns, parameters.dropFirst()).filter { !$0.0.isDerived }
    var insertedNames = names
    var inserted = parameters
    if let link = names.firstIndex(of: "category_link") {
      // The column that is a foreign key follows the link once its end is there.
      let category = "(SELECT id FROM categories WHERE id = \(parameters[link]))"
      insertedNames.append("category_id")
      inserted.append(category)
      assigned.append("category_id = \(category)")
    }
    assigned.append("version = version + 1")
    compared.sort { $0.0.isNarrow && !$1.0.isNarrow }
    exists = try connection.prepare("SELECT 1 FROM \(table) WHERE id = ?1")
    insert = try connection.prepare(
      """
      INSERT INTO \(table) (\(insertedNames.joined(separator: ", ")))
      VALUES (\(inserted.joined(separator: ", ")))
      ON CONFLICT (id) DO NOTHING
      """)
    update = try connection.prepare(
      """
      UPDATE \(table) SET \(assigned.joined(separator: ", "))
      WHERE id = ?1 AND (\(compared.map { "\($0.0.name) IS NOT \($0.1)" }.joined(separator: " OR ")))
      """)
    self.connection = connection
  }

  /// Whether the last object was new: then the next one likely is, and is tried as such.
  private var expectsNew = true

  /// Adds or updates the object.
  /// - Throws: `SQLiteError`, of kind `constraint` if another object has the slug.
  func write(_ object: borrowing DecodedObject, id: Int64) throws(SQLiteError) -> Outcome {
    if !expectsNew, try contains(id) { return try rewrite(object, id: id) }
    try run(insert, with: object, id: id)
    expectsNew = connection.changeCount > 0
    return expectsNew ? .added : try rewrite(object, id: id)
  }

  private func contains(_ id: Int64) throws(SQLiteError) -> Bool {
    defer { exists.reset() }
    try exists.bind(id, at: 1)
    return try exists.step()
  }

  private func rewrite(
    _ object: borrowing DecodedObject, id: Int64
  ) throws(SQLiteError) -> Outcome {
    try run(update, with: object, id: id)
    return connection.changeCount > 0 ? .updated : .unchanged
  }

  /// Runs a statement with the object's values; its texts are bound where they are.
  private func run(
    _ statement: borrowing Statement, with object: borrowing DecodedObject, id: Int64
  ) throws(SQLiteError) {
    try object.text.withUnsafeBufferPointer { text throws(SQLiteError) in
      try bind(object.cells, text, id: id, to: statement)
      try statement.run()
    }
  }

  private func bind(
    _ cells: [DecodedObject.Cell], _ text: UnsafeBufferPointer<UInt8>, id: Int64,
    to statement: borrowing Statement
  ) throws(SQLiteError) {
    try statement.bind(id, at: 1)
    var parameter = 2
    for (cell, field) in zip(cells, shape.fields) {
      let columns = field.kind.columnCount
      switch cell {
      case .links: break
      case .integer(let number): if columns > 0 { try statement.bind(number, at: parameter) }
      case .absent, .null:
        for column in 0..<columns { try statement.bindNull(at: parameter + column) }
      case .text(let range):
        let bytes = UnsafeBufferPointer(rebasing: text[range])
        try statement.bindInPlace(utf8: bytes, at: parameter)
        if case .pypiURL = field.kind {
          try bindPypiName(in: bytes, at: parameter + 1, of: statement)
        }
      case .time(let range, let instant):
        try statement.bindInPlace(utf8: UnsafeBufferPointer(rebasing: text[range]), at: parameter)
        try statement.bind(instant, at: parameter + 1)
      }
      parameter += columns
    }
  }

  private func bindPypiName(
    in url: UnsafeBufferPointer<UInt8>, at parameter: Int, of statement: borrowing Statement
  ) throws(SQLiteError) {
    guard let name = pypiName(in: url) else { return try statement.bindNull(at: parameter) }
    try statement.bindInPlace(utf8: UnsafeBufferPointer(rebasing: url[name]), at: parameter)
  }
}

/// A column that a field is kept in.
private struct FieldColumn {
  let name: String
  /// Whether it follows from another column, so that comparing that one is enough.
  var isDerived = false
  /// Whether it is cheap to compare.
  var isNarrow = false
}

extension ObjectShape.Field {
  fileprivate var columns: [FieldColumn] {
    switch kind {
    case .id, .links: []
    case .reference, .integer, .boolean, .link: [FieldColumn(name: column, isNarrow: true)]
    case .text, .slug, .nullableText, .integers, .texts: [FieldColumn(name: column)]
    case .time, .nullableTime:
      [FieldColumn(name: column), FieldColumn(name: column + "_instant", isDerived: true)]
    case .pypiURL: [FieldColumn(name: column), FieldColumn(name: "pypi_name", isDerived: true)]
    }
  }
}

extension ObjectShape.Kind {
  /// How many columns a field of the kind is kept in.
  fileprivate var columnCount: Int {
    switch self {
    case .id, .links: 0
    case .reference, .integer, .boolean, .link, .text, .slug, .nullableText, .integers, .texts: 1
    case .time, .nullableTime, .pypiURL: 2
    }
  }
}
