import Columns
import JSON

/// Values of a column beside which the rows that are null stand.
class NullableWriter: ValueWriter {
  private let nulls: NullRows

  init(nulls: NullRows) {
    self.nulls = nulls
  }

  final override func write(row: Int, to output: inout [UInt8]) {
    if nulls[row] {
      output.append(contentsOf: "null".utf8)
    } else {
      writeValue(row: row, to: &output)
    }
  }

  func writeValue(row: Int, to output: inout [UInt8]) {
    preconditionFailure("NullableWriter is abstract")
  }
}

/// Whole numbers.
final class IntWriter: NullableWriter {
  private let values: [Int64]

  init(_ column: IntColumn) {
    values = column.values
    super.init(nulls: column.nulls)
  }

  override func writeValue(row: Int, to output: inout [UInt8]) {
    appendJSONNumber(values[row], to: &output)
  }
}

/// Floating-point numbers.
final class FloatWriter: NullableWriter {
  private let values: [Double]

  init(_ column: FloatColumn) {
    values = column.values
    super.init(nulls: column.nulls)
  }

  override func writeValue(row: Int, to output: inout [UInt8]) {
    appendJSONNumber(values[row], to: &output)
  }
}

/// Truth values.
final class BooleanWriter: NullableWriter {
  private let values: [Bool]

  init(_ column: BooleanColumn) {
    values = column.values
    super.init(nulls: column.nulls)
  }

  override func writeValue(row: Int, to output: inout [UInt8]) {
    output.append(contentsOf: values[row] ? "true".utf8 : "false".utf8)
  }
}

/// The same text for every row: a type's name, or null.
final class ConstantWriter: ValueWriter {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  override func write(row: Int, to output: inout [UInt8]) {
    output.append(contentsOf: text)
  }
}
