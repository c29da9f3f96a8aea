import JSON

extension DecodedObject {
  /// Adds the object as compact JSON, its fields in the order of the shape; for resources that have
  /// no lists of links.
  func append(as shape: ObjectShape, to output: inout [UInt8]) {
    for (index, (cell, field)) in zip(cells, shape.fields).enumerated() {
      output.append(UInt8(ascii: index == 0 ? "{" : ","))
      appendJSONString(field.name.description, to: &output)
      output.append(UInt8(ascii: ":"))
      switch cell {
      case .absent, .null, .links: output.append(contentsOf: "null".utf8)
      case .integer(let number): appendJSONNumber(number, to: &output)
      case .text(let range), .time(let range, _):
        text.withUnsafeBufferPointer {
          appendJSONString(UnsafeBufferPointer(rebasing: $0[range]), to: &output)
        }
      }
    }
    output.append(UInt8(ascii: "}"))
  }
}
