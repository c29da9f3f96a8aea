import CatalogStore
import GraphQLExecution
import GraphQLSchema

extension Listing {
  /// What a filter input asks of the records: all of its entries.
  ///
  /// An entry that is null asks nothing. Recurses as deep as the input nests.
  func predicate(_ filter: InputValue) throws(FieldError) -> Predicate {
    guard case .object(let entries) = filter else {
      preconditionFailure("The schema lets through a filter that is no object")
    }
    var predicates: [Predicate] = []
    for entry in entries where entry.value != .null {
      predicates.append(try predicate(entry))
    }
    return predicates.count == 1 ? predicates[0] : .and(predicates)
  }

  private func predicate(_ entry: InputEntry) throws(FieldError) -> Predicate {
    switch (entry.name, entry.value) {
    case ("and", .list(let filters)): return .and(try predicates(filters))
    case ("or", .list(let filters)): return .or(try predicates(filters))
    case ("not", let filter): return .not(try predicate(filter))
    case ("search", .string(let text)): return .matches(text)
    default: break
    }
    switch fields[entry.name] {
    case .column(let column, let operand):
      return try columnPredicate(column, operand, entry)
    case .list(let relation): return try listPredicate(relation, entry.value)
    case .category: return .category(try Listing.categories.predicate(entry.value))
    case nil: preconditionFailure("Schema.graphql filters by \(entry.name), which has no column")
    }
  }

  private func predicates(_ filters: [InputValue]) throws(FieldError) -> [Predicate] {
    var predicates: [Predicate] = []
    for filter in filters { predicates.append(try predicate(filter)) }
    return predicates
  }

  private func listPredicate(
    _ relation: Relation, _ value: InputValue
  ) throws(FieldError) -> Predicate {
    let related = Listing.related(by: relation)
    var predicates: [Predicate] = []
    if let some = value["some"], some != .null {
      predicates.append(.related(relation, try related.predicate(some)))
    }
    if let none = value["none"], none != .null {
      predicates.append(.not(.related(relation, try related.predicate(none))))
    }
    if let every = value["every"], every != .null {
      predicates.append(.not(.related(relation, .not(try related.predicate(every)))))
    }
    return .and(predicates)
  }

  private func columnPredicate(
    _ column: RecordColumn, _ operand: FilterField.Operand, _ entry: InputEntry
  ) throws(FieldError) -> Predicate {
    guard case .object(let operators) = entry.value else {
      preconditionFailure("The schema lets through operators that are no object")
    }
    var predicates: [Predicate] = []
    for given in operators {
      let comparison = ColumnComparison(column: column, operand: operand, fieldName: entry.name)
      if let predicate = try comparison.predicate(given) { predicates.append(predicate) }
    }
    return predicates.count == 1 ? predicates[0] : .and(predicates)
  }
}

/// One column of a filter with its operators.
private struct ColumnComparison {
  let column: RecordColumn
  let operand: FilterField.Operand
  let fieldName: String

  /// What one operator asks; nil if it is null where null means nothing.
  func predicate(_ given: InputEntry) throws(FieldError) -> Predicate? {
    switch (given.name, given.value) {
    case ("eq", .null): .isNull(column)
    case ("ne", .null): .not(.isNull(column))
    case (_, .null): nil
    case ("eq", let value): try compare(.equal, value, unknown: .or([]))
    case ("ne", let value): try compare(.notEqual, value, unknown: .and([]))
    case ("in", .list(let values)): .in(column, try known(values))
    case ("notIn", .list(let values)): .not(.in(column, try known(values)))
    case ("lt", let value): try compare(.less, value)
    case ("lte", let value): try compare(.lessOrEqual, value)
    case ("gt", let value): try compare(.greater, value)
    case ("gte", let value): try compare(.greaterOrEqual, value)
    case ("contains", .string(let text)): .contains(column, text)
    case ("startsWith", .string(let text)): .startsWith(column, text)
    case ("endsWith", .string(let text)): .endsWith(column, text)
    case ("isNull", .boolean(let isNull)): isNull ? .isNull(column) : .not(.isNull(column))
    default: preconditionFailure("Schema.graphql has an operator without meaning: \(given.name)")
    }
  }

  /// `unknown` stands for the comparison with an id that no record can have.
  private func compare(
    _ comparison: Comparison, _ value: InputValue, unknown: Predicate? = nil
  ) throws(FieldError) -> Predicate {
    if let value = try columnValue(value) { return .compare(column, comparison, value) }
    if let unknown { return unknown }
    throw .badUserInput(
      "\"\(fieldName)\" compares by size, so the id must be a whole number from 0 to \(Int64.max).")
  }

  private func known(_ values: [InputValue]) throws(FieldError) -> [ColumnValue] {
    var known: [ColumnValue] = []
    for value in values {
      if let value = try columnValue(value) { known.append(value) }
    }
    return known
  }

  /// The value as the store compares it; nil for an id that no record can have.
  private func columnValue(_ value: InputValue) throws(FieldError) -> ColumnValue? {
    switch (operand, value) {
    case (.id, .string(let text)): plainID(text).map { .integer($0) }
    case (.integer, .int(let number)): .integer(number)
    case (.boolean, .boolean(let value)): .boolean(value)
    case (.text, .string(let text)): .text(text)
    case (.instant, .string(let text)): .integer(try instant(text))
    case (.text, _):
      throw .badUserInput("\"\(fieldName)\" must be compared with a text.")
    case (.instant, _):
      throw .badUserInput("\"\(fieldName)\" must be compared with a time written as text.")
    case (.id, _), (.integer, _), (.boolean, _):
      preconditionFailure("The schema lets through a value of the wrong type for \(fieldName)")
    }
  }

  private func instant(_ text: String) throws(FieldError) -> Int64 {
    guard let instant = microseconds(ofTime: text) else {
      throw .badUserInput(
        "\"\(text)\" is no time for \"\(fieldName)\"; write it as 2025-01-31T00:00:00Z, or with an offset like -05:00."
      )
    }
    return instant
  }
}
