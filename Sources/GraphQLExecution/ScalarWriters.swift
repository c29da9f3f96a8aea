import Columns
import JSON

/// Values of a column beside which the rows that are null stand.
class NullableWriter: ValueWriter {
  private let nulls: NullRows

  init(nulls: NullRows) {
    self.nulls = nulls
  }

  final override func write(row: Int, to output: inout GrowingBytes) {
    if nulls[row] {
      output.append("null")
    } else {
      writeValue(row: row, to: &output)
    }
  }

  func writeValue(row: Int, to output: inout GrowingBytes) {
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

  override func writeValue(row: Int, to output: inout GrowingBytes) {
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

  override func writeValue(row: Int, to output: inout GrowingBytes) {
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

  override func writeValue(row: Int, to output: inout GrowingBytes) {
    output.append(values[row] ? "true" : "false")
  }
}

/// The same text for every row: a type's name, or null.
final class ConstantWriter: ValueWriter {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  override func write(row: Int, to output: inout GrowingBytes) {
    output.append(contentsOf: text)
  }
}
