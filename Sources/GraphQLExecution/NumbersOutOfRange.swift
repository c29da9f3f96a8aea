import Columns
import GraphQLSchema

extension Column {
  /// The column with a failure for each number that is no value of the scalar, which is that of the
  /// column's leaves.
  ///
  /// Result coercion of Spec §3.5.1 Int, §3.5.2 Float; the kinds of columns leave nothing else to
  /// coerce.
  func failingNumbersOutOfRange(of scalar: BuiltInScalar?) -> Column {
    switch (self, scalar) {
    case (.leaf(.ints(let ints)), .int) where ints.isOutOfRange: ints.failingOutOfRange
    case (.leaf(.floats(let floats)), .float): floats.failingOutOfRange
    case (.list(let list), .int), (.list(let list), .float):
      .list(
        ListColumn(
          offsets: list.offsets, nulls: list.nulls,
          elements: list.elements.failingNumbersOutOfRange(of: scalar)))
    case (.failing(let column, let failures), .int), (.failing(let column, let failures), .float):
      .failing(column.failingNumbersOutOfRange(of: scalar), failures: failures)
    case (.leaf, _), (.list, _), (.objects, _), (.abstract, _), (.nulls, _), (.failing, _): self
    }
  }
}

extension IntColumn {
  fileprivate var isOutOfRange: Bool { values.contains { Int32(exactly: $0) == nil } }

  fileprivate var failingOutOfRange: Column {
    var column = self
    var failures: [Int: FieldError] = [:]
    for (row, value) in values.enumerated() where Int32(exactly: value) == nil {
      column.nulls.insert(row)
      failures[row] = FieldError(
        "Int cannot represent non 32-bit signed integer value: \(value)")
    }
    return .failing(.leaf(.ints(column)), failures: failures)
  }
}

extension FloatColumn {
  fileprivate var failingOutOfRange: Column {
    var column = self
    var failures: [Int: FieldError] = [:]
    for (row, value) in values.enumerated() where !value.isFinite {
      column.nulls.insert(row)
      let number = value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
      failures[row] = FieldError("Float cannot represent non numeric value: \(number)")
    }
    return failures.isEmpty
      ? .leaf(.floats(self)) : .failing(.leaf(.floats(column)), failures: failures)
  }
}
