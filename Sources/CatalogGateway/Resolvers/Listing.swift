import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// What the list fields of an entity accept: reads their arguments as a query to the store.
struct Listing: Sendable {
  let entity: Entity
  /// The columns that `orderBy` and `filter` name, by their GraphQL names.
  let fields: [String: FilterField]

  /// `filter`, `orderBy`, `first` and `offset`.
  func query(_ arguments: ArgumentValues) throws(FieldError) -> ListQuery {
    var query = try unpagedQuery(arguments)
    query.first = try arguments.count("first")
    query.offset = try arguments.count("offset") ?? 0
    return query
  }

  /// What can make such a field fail: its arguments, which include a filter that the store finds too
  /// deep or too large.
  var faults: FieldFaults {
    .ofArguments { arguments in try query(arguments).check(of: entity) }
  }

  /// `filter` and `orderBy`.
  func unpagedQuery(_ arguments: ArgumentValues) throws(FieldError) -> ListQuery {
    var query = ListQuery()
    query.filter = try filter(arguments)
    query.order = try order(arguments)
    return query
  }

  /// `filter`.
  func filter(_ arguments: ArgumentValues) throws(FieldError) -> Predicate? {
    guard let filter = arguments["filter"], filter != .null else { return nil }
    return try predicate(filter)
  }

  private func order(_ arguments: ArgumentValues) throws(FieldError) -> [OrderTerm] {
    guard case .list(let terms) = arguments["orderBy"] else { return [] }
    var order: [OrderTerm] = []
    for term in terms {
      // `@oneOf`: exactly one entry, and not null.
      guard case .object(let entries) = term, let entry = entries.first,
        let field = fields[entry.name], let column = field.orderColumn
      else { preconditionFailure("The schema lets through an order that no column serves") }
      order.append(OrderTerm(column, descending: entry.value == .enum("DESC")))
    }
    return order
  }
}

extension ArgumentValues {
  /// A number of things: whole and not negative; nil if it is absent or null.
  func count(_ name: String) throws(FieldError) -> Int? {
    guard case .int(let value) = self[name] else { return nil }
    guard value >= 0 else {
      throw .badUserInput("Argument \"\(name)\" must not be negative, but is \(value).")
    }
    return Int(value)
  }

  /// A text; nil if it is absent or null.
  func text(_ name: String) -> String? {
    guard case .string(let text) = self[name] else { return nil }
    return text
  }
}

extension FieldError {
  /// An argument that breaks a rule which the schema cannot express.
  static func badUserInput(_ message: String) -> FieldError {
    FieldError(message, code: .badUserInput)
  }
}
