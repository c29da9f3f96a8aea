import JSON

/// Writes a predicate as a condition in SQL.
struct PredicateSQL {
  /// How subqueries over related records are written.
  enum Strategy {
    /// Evaluated once a statement: for a list of all records.
    case materialized
    /// Asked per record: for the few records of one parent.
    case correlated
  }

  /// How many parentheses may be open; SQLite's parser has a stack of 100 entries, of which one level
  /// takes up to three (sqlite.org/compile.html#yystackdepth), a subquery up to twelve.
  static let nestingLimit = 24
  /// Parentheses that a subquery counts for.
  private static let subqueryNesting = 4
  /// Operands in one chain of ANDs or ORs: a chain is a tree as deep as it is long, and SQLite allows
  /// a depth of 1000 (sqlite.org/limits.html#max_expr_depth).
  private static let chainLimit = 200

  /// Conditions in one predicate, those that only combine others counted in. SQLite compares each constant with all before it while it compiles, so
  /// that time grows with the square: ten milliseconds for this many, two seconds for 20,000.
  static let conditionLimit = 1_000

  let strategy: Strategy
  /// Whether what was written searches the full-text index.
  private(set) var searches = false
  private var conditions = 0
  private var nesting = 0
  private var depth = 0

  init(_ strategy: Strategy) {
    self.strategy = strategy
  }

  /// What a condition is about: a record, and what stands for its row.
  struct Subject {
    let entity: Entity
    let alias: String
  }

  /// Adds a condition on the row of a record. It is true, false or null, and null stands
  /// for false.
  /// - Throws: `StoreError.predicateTooDeep`, `StoreError.predicateTooLarge`.
  mutating func append(
    _ predicate: Predicate, of subject: Subject, to sql: inout SQLText
  ) throws(StoreError) {
    conditions += 1
    guard conditions <= Self.conditionLimit else {
      throw .predicateTooLarge(conditionLimit: Self.conditionLimit)
    }
    switch predicate {
    case .and(let operands):
      try appendChain(operands[...], " AND ", empty: "1", of: subject, to: &sql)
    case .or(let operands):
      try appendChain(operands[...], " OR ", empty: "0", of: subject, to: &sql)
    case .not(let operand):
      try open(levels: 1, in: &sql)
      try append(operand, of: subject, to: &sql)
      close(levels: 1, in: &sql)
      // Unlike NOT, this is true of null.
      sql += " IS NOT TRUE"
    case .compare(let column, let comparison, let value):
      sql += "\(expression(column, subject)) \(comparison.sign(before: value)) "
      sql.append(value)
    case .in(let column, let values):
      appendMembership(expression(column, subject), values, to: &sql)
    case .isNull(let column):
      sql += "\(expression(column, subject)) IS NULL"
    case .contains(let column, let part):
      appendTextMatch(.contains, expression(column, subject), part, to: &sql)
    case .startsWith(let column, let part):
      appendTextMatch(.startsWith, expression(column, subject), part, to: &sql)
    case .endsWith(let column, let part):
      appendTextMatch(.endsWith, expression(column, subject), part, to: &sql)
    case .related(let relation, let operand):
      try appendRelated(relation, operand, of: subject, to: &sql)
    case .category(let operand):
      try appendCategory(operand, of: subject, to: &sql)
    case .matches(let text):
      appendSearch(text, of: subject, to: &sql)
    }
  }

  private func expression(_ column: RecordColumn, _ subject: Subject) -> String {
    precondition(column.entity == subject.entity, "a predicate is about its columns' entity")
    return column.comparable.definition.expression(subject.alias)
  }

  /// Long chains are cut into chains of chains.
  private mutating func appendChain(
    _ operands: ArraySlice<Predicate>, _ sign: String, empty: String, of subject: Subject,
    to sql: inout SQLText
  ) throws(StoreError) {
    guard !operands.isEmpty else {
      sql += empty
      return
    }
    var size = 1
    while operands.count > size * Self.chainLimit { size *= Self.chainLimit }
    try open(levels: 1, in: &sql)
    var start = operands.startIndex
    while start < operands.endIndex {
      let end = min(start + size, operands.endIndex)
      if start > operands.startIndex { sql += sign }
      if size == 1 {
        try append(operands[start], of: subject, to: &sql)
      } else {
        try appendChain(operands[start..<end], sign, empty: empty, of: subject, to: &sql)
      }
      start = end
    }
    close(levels: 1, in: &sql)
  }

  /// The values travel as one JSON text, so that any number of them is one parameter.
  private func appendMembership(
    _ expression: String, _ values: [ColumnValue], to sql: inout SQLText
  ) {
    var json: [UInt8] = [UInt8(ascii: "[")]
    for value in values {
      // No text of the catalog has U+0000, at which SQLite's JSON would end one.
      if case .text(let text) = value, text.utf8.contains(0) { continue }
      if json.count > 1 && value != .null { json.append(UInt8(ascii: ",")) }
      switch value {
      case .null: continue
      case .integer(let value): appendJSONNumber(value, to: &json)
      case .text(let value): appendJSONString(value, to: &json)
      }
    }
    json.append(UInt8(ascii: "]"))
    sql += "(\(expression) IN (SELECT value FROM json_each("
    sql.append(.text(String(decoding: json, as: UTF8.self)))
    sql += "))"
    sql += values.contains(.null) ? " OR \(expression) IS NULL)" : ")"
  }

  private func appendTextMatch(
    _ function: TextMatch, _ expression: String, _ part: String, to sql: inout SQLText
  ) {
    sql += "\(function.rawValue)(\(expression), "
    sql.append(.text(caseFolded(part)))
    sql += ")"
  }

  private mutating func appendRelated(
    _ relation: Relation, _ operand: Predicate, of subject: Subject, to sql: inout SQLText
  ) throws(StoreError) {
    precondition(relation.parent == subject.entity, "a relation starts from the subject")
    depth += 1
    defer { depth -= 1 }
    let tables = ListTables(.related(relation), depth: depth)
    let key = tables.parentKey ?? ""
    switch strategy {
    case .materialized:
      sql += "\(subject.alias).id IN "
      try open(levels: Self.subqueryNesting, in: &sql)
      sql += "SELECT \(key) FROM \(tables.tablesFromRecords) WHERE "
    case .correlated:
      sql += "EXISTS "
      try open(levels: Self.subqueryNesting, in: &sql)
      sql += "SELECT 1 FROM \(tables.tables()) WHERE \(key) = \(subject.alias).id AND "
    }
    if let condition = tables.standingCondition { sql += "\(condition) AND " }
    try append(operand, of: tables.subject, to: &sql)
    close(levels: Self.subqueryNesting, in: &sql)
  }

  private mutating func appendCategory(
    _ operand: Predicate, of subject: Subject, to sql: inout SQLText
  ) throws(StoreError) {
    precondition(subject.entity == .package, "only a package has a category")
    depth += 1
    defer { depth -= 1 }
    let category = ListTables(.all(.category), depth: depth).subject
    sql += "\(subject.alias).category_id IN "
    try open(levels: Self.subqueryNesting, in: &sql)
    sql += "SELECT \(category.alias).id FROM categories \(category.alias) WHERE "
    try append(operand, of: category, to: &sql)
    close(levels: Self.subqueryNesting, in: &sql)
  }

  private mutating func appendSearch(_ text: String, of subject: Subject, to sql: inout SQLText) {
    precondition(
      subject.entity == .package || subject.entity == .grid, "packages and grids are searched")
    searches = true
    let parity = subject.entity == .grid ? 1 : 0
    sql += "\(subject.alias).id IN (SELECT rowid >> 1 FROM search_index WHERE search_index MATCH "
    sql.append(.text(SearchText(text).query))
    sql += " AND rowid & 1 = \(parity))"
  }

  private mutating func open(levels: Int, in sql: inout SQLText) throws(StoreError) {
    nesting += levels
    guard nesting <= Self.nestingLimit else {
      throw .predicateTooDeep(nestingLimit: Self.nestingLimit)
    }
    sql += "("
  }

  private mutating func close(levels: Int, in sql: inout SQLText) {
    nesting -= levels
    sql += ")"
  }
}

extension Comparison {
  /// IS and IS NOT take null for a value like any other (sqlite.org/lang_expr.html).
  fileprivate func sign(before value: ColumnValue) -> String {
    switch self {
    case .equal: value == .null ? "IS" : "="
    case .notEqual: "IS NOT"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
