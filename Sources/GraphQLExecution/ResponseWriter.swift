import Columns

/// Writes one entry's value for one row; a tree of these is bound once for each response.
///
/// A class for each kind of column, so that the inner loop is one dynamic call a cell without
/// copies. Spec §7.2 Serialization Format.
class ValueWriter {
  func write(row: Int, to output: inout [UInt8]) {
    preconditionFailure("ValueWriter is abstract")
  }
}

/// Objects: a brace, the entries, a brace.
final class ObjectWriter: ValueWriter {
  /// What writes an entry's value, and what stands before it: the object's brace or a comma, and
  /// the escaped name.
  struct Entry {
    let prefix: [UInt8]
    let value: ValueWriter
  }

  let entries: [Entry]

  init(entries: [Entry]) {
    self.entries = entries
  }

  override func write(row: Int, to output: inout [UInt8]) {
    if entries.isEmpty { output.append(UInt8(ascii: "{")) }
    for entry in entries {
      output.append(contentsOf: entry.prefix)
      entry.value.write(row: row, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}

/// References to the objects of the next layer.
final class ObjectReferenceWriter: ValueWriter {
  private let rows: [Int32]
  private let object: ObjectWriter

  init(rows: [Int32], object: ObjectWriter) {
    self.rows = rows
    self.object = object
  }

  override func write(row: Int, to output: inout [UInt8]) {
    let target = rows[row]
    if target < 0 {
      output.append(contentsOf: "null".utf8)
    } else {
      object.write(row: Int(target), to: &output)
    }
  }
}

/// References to objects of several types.
final class AbstractReferenceWriter: ValueWriter {
  private let column: AbstractColumn
  private let objects: [ObjectWriter]

  init(column: AbstractColumn, objects: [ObjectWriter]) {
    self.column = column
    self.objects = objects
  }

  override func write(row: Int, to output: inout [UInt8]) {
    let target = column.rows[row]
    if target < 0 {
      output.append(contentsOf: "null".utf8)
    } else {
      objects[Int(column.memberIndices[row])].write(row: Int(target), to: &output)
    }
  }
}

/// Lists of whatever the element writer writes.
final class ListWriter: ValueWriter {
  private let offsets: [Int]
  private let nulls: NullRows
  private let element: ValueWriter
  private let progress: WritingProgress?
  /// From the root of the response to the elements.
  private let steps: [WritingProgress.Step]
  /// Writes what comes after the elements that are there; nil if that is nothing.
  private let rest: ListWindows?

  init(
    column: ListColumn, element: ValueWriter, progress: WritingProgress?,
    steps: [WritingProgress.Step], rest: ListWindows? = nil
  ) {
    offsets = column.offsets
    nulls = column.nulls
    self.element = element
    self.progress = progress
    self.steps = steps
    self.rest = rest
  }

  override func write(row: Int, to output: inout [UInt8]) {
    guard !nulls[row] else {
      output.append(contentsOf: "null".utf8)
      return
    }
    output.append(UInt8(ascii: "["))
    let first = offsets[row]
    for index in first..<offsets[row + 1] {
      if index > first { output.append(UInt8(ascii: ",")) }
      element.write(row: index, to: &output)
      if let progress, !progress.goesOn(&output) {
        progress.leave(steps, after: index - first)
        break
      }
    }
    rest?.write(after: offsets[row + 1] - first, to: &output)
    output.append(UInt8(ascii: "]"))
  }
}

/// Cells that are JSON already.
final class EncodedWriter: ValueWriter {
  private let bytes: [UInt8]
  private let ends: [Int]

  init(_ column: EncodedColumn) {
    bytes = column.bytes
    ends = column.ends
  }

  override func write(row: Int, to output: inout [UInt8]) {
    let start = row == 0 ? 0 : ends[row - 1]
    bytes.withUnsafeBufferPointer { bytes in
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<ends[row]]))
    }
  }
}
