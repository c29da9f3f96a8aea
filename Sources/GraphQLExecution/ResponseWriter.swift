import Columns
import JSON

/// Writes one entry's value for one row; a tree of these is bound once for each response.
///
/// A class for each kind of column, so that the inner loop is one dynamic call a cell without
/// copies. Spec §7.2 Serialization Format.
class ValueWriter {
  func write(row: Int, to output: inout GrowingBytes) {
    preconditionFailure("ValueWriter is abstract")
  }
}

/// References to the objects of the next layer.
///
/// An object's text does not depend on where it is referred to, so that of an object that comes again is
/// copied.
final class ObjectReferenceWriter: ValueWriter {
  private let rows: [Int32]
  private let object: ObjectWriter
  /// Where in the response each object was written first; empty if hardly any comes twice.
  ///
  /// Nobody else looks at it meanwhile: to check that took 150 instructions an object.
  @exclusivity(unchecked) private var places: [Range<Int>]

  init(column: ObjectColumn, object: ObjectWriter) {
    rows = column.rows
    self.object = object
    // Where most come once, noting it costs more than it saves.
    let comesTwice = column.rows.count > column.contents.count * 3 / 2
    places = comesTwice ? Array(repeating: 0..<0, count: column.contents.count) : []
  }

  override func write(row: Int, to output: inout GrowingBytes) {
    let target = Int(rows[row])
    if target < 0 {
      output.append("null")
    } else if places.isEmpty {
      object.write(row: target, to: &output)
    } else {
      writeOnce(target, to: &output)
    }
  }

  private func writeOnce(_ target: Int, to output: inout GrowingBytes) {
    let removed = output.removedCount
    let place = places[target]
    if place.lowerBound >= removed, !place.isEmpty {
      return output.appendAgain(place.lowerBound - removed..<place.upperBound - removed)
    }
    let start = removed + output.count
    object.write(row: target, to: &output)
    places[target] = start..<output.removedCount + output.count
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

  override func write(row: Int, to output: inout GrowingBytes) {
    let target = column.rows[row]
    if target < 0 {
      output.append("null")
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

  override func write(row: Int, to output: inout GrowingBytes) {
    guard !nulls[row] else {
      output.append("null")
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
  private let column: EncodedColumn

  init(_ column: EncodedColumn) {
    self.column = column
  }

  override func write(row: Int, to output: inout GrowingBytes) {
    column.bytes.withUnsafeBytes { bytes in
      output.append(UnsafeRawBufferPointer(rebasing: bytes[column.range(of: row)]))
    }
  }
}
