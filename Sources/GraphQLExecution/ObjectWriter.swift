import Columns
import JSON

/// Objects: a brace, the entries, a brace.
///
/// The cells of a response are written here, most of them without another call. An entry is bound to where
/// its values are in memory, so that nothing is retained, checked for sharing or found out anew from cell
/// to cell: 320 instructions a cell with arrays and a call each, 50 so.
final class ObjectWriter: ValueWriter {
  /// An entry's name, and its values; valid as long as the writer, which holds what they point into.
  struct Entry {
    /// What stands before the value: the object's brace or a comma, and the escaped name.
    let prefix: UnsafeRawBufferPointer
    let values: Values
  }

  enum Values {
    case encoded(EncodedCells)
    case integers(UnsafePointer<Int64>)
    /// Another kind of column, or numbers with nulls among them.
    case other(Unmanaged<ValueWriter>)
  }

  /// A column of finished JSON.
  struct EncodedCells {
    let bytes: UnsafeRawPointer
    let ends: UnsafePointer<Int>
    let stride: Int
    let place: Int

    @inline(__always) subscript(row: Int) -> UnsafeRawBufferPointer {
      let cell = row * stride + place
      let start = cell == 0 ? 0 : ends[cell - 1]
      return UnsafeRawBufferPointer(start: bytes + start, count: ends[cell] - start)
    }
  }

  private let entries: [Entry]
  /// What the entries point to, apart from what is in the layer and its corrections.
  private let others: [ValueWriter]
  private let layer: ExecutedLayer
  private let corrections: Corrections

  /// All of `entries` must point into the layer, its plan or its corrections, or to one of `others`.
  init(
    entries: [Entry], others: [ValueWriter], layer: ExecutedLayer, corrections: Corrections
  ) {
    self.entries = entries
    self.others = others
    self.layer = layer
    self.corrections = corrections
  }

  override func write(row: Int, to output: inout GrowingBytes) {
    if entries.isEmpty { output.append(UInt8(ascii: "{")) }
    entries.withUnsafeBufferPointer { entries in
      for entry in entries {
        output.append(entry.prefix)
        switch entry.values {
        case .encoded(let cells): output.append(cells[row])
        case .integers(let values): appendJSONNumber(values[row], to: &output)
        case .other(let writer):
          writer._withUnsafeGuaranteedRef { $0.write(row: row, to: &output) }
        }
      }
    }
    output.append(UInt8(ascii: "}"))
  }

  /// The value of the first entry alone; null if there is none.
  func writeFirstValue(row: Int, to output: inout GrowingBytes) {
    switch entries.first?.values {
    case .encoded(let cells): output.append(cells[row])
    case .integers(let values): appendJSONNumber(values[row], to: &output)
    case .other(let writer): writer._withUnsafeGuaranteedRef { $0.write(row: row, to: &output) }
    case nil: output.append("null")
    }
  }
}

extension ObjectWriter.Values {
  /// Values that are read where the column has them; nil if a writer must look at them first.
  ///
  /// Whoever uses them holds the column meanwhile: the elements of an array that is held and not changed
  /// stay where they are.
  init?(readingFrom column: LeafColumn) {
    switch column {
    case .encoded(let column):
      guard let bytes = column.bytes.withUnsafeBytes({ $0.baseAddress }),
        let ends = column.ends.withUnsafeBufferPointer({ $0.baseAddress })
      else { return nil }
      self = .encoded(
        ObjectWriter.EncodedCells(
          bytes: bytes, ends: ends, stride: column.stride, place: column.place))
    case .ints(let column):
      guard column.nulls.count == 0,
        let values = column.values.withUnsafeBufferPointer({ $0.baseAddress })
      else { return nil }
      self = .integers(values)
    case .floats, .booleans: return nil
    }
  }
}
