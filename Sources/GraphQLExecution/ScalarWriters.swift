import Columns
import JSON

/// Whole numbers.
final class IntWriter: ValueWriter {
  private let column: IntColumn

  init(_ column: IntColumn) {
    self.column = column
  }

  override func write(row: Int, to output: inout [UInt8]) {
    if column.nulls[row] {
      output.append(contentsOf: "null".utf8)
    } else {
      appendJSONNumber(column.values[row], to: &output)
    }
  }
}

/// Floating-point numbers.
final class FloatWriter: ValueWriter {
  private let column: FloatColumn

  init(_ column: FloatColumn) {
    self.column = column
  }

  override func write(row: Int, to output: inout [UInt8]) {
    if column.nulls[row] {
      output.append(contentsOf: "null".utf8)
    } else {
      appendJSONNumber(column.values[row], to: &output)
    }
  }
}

/// Truth values.
final class BooleanWriter: ValueWriter {
  private let column: BooleanColumn

  init(_ column: BooleanColumn) {
    self.column = column
  }

  override func write(row: Int, to output: inout [UInt8]) {
    if column.nulls[row] {
      output.append(contentsOf: "null".utf8)
    } else {
      output.append(contentsOf: column.values[row] ? "true".utf8 : "false".utf8)
    }
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
