import JSON

/// One object's fields, checked and ready to be bound; its buffers serve object after object.
struct DecodedObject {
  /// The value of a field.
  enum Cell {
    case absent
    case null
    case integer(Int64)
    /// Bytes of ``text``.
    case text(Range<Int>)
    case time(Range<Int>, instant: Int64)
    /// Ids of ``links``.
    case links(Range<Int>)
  }

  /// By the shape's fields.
  private(set) var cells: [Cell] = []
  /// Texts and compact JSON lists, end to end.
  private(set) var text: [UInt8] = []
  /// The ids that lists of links name, each list without repetitions.
  private(set) var links: [Int64] = []
  private var linksSeen: Set<Int64> = []
  /// What every link begins with, if that matters.
  private let linkBeginning: [UInt8]

  /// Makes buffers; objects with a link that does not begin with `linkBeginning` are refused.
  init(linkBeginning: String = "") {
    self.linkBeginning = Array(linkBeginning.utf8)
  }

  /// Reads the object that comes next.
  ///
  /// Fields may come in any order and others may stand among them; all of the shape's must be there.
  /// - Throws: `ImportError` without the source.
  mutating func decode(_ reader: inout JSONReader, as shape: ObjectShape) throws(ImportError) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.absent, count: shape.fields.count))
    text.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    var field: Int?
    do {
      try reader.enterObject()
      var next = 0
      while let name = try reader.nextMember() {
        field = shape.field(named: name, in: reader, after: next)
        if let field {
          next = field + 1
          cells[field] = try decodeCell(&reader, as: shape.fields[field].kind)
        } else {
          try reader.skipValue()
        }
        field = nil
      }
    } catch {
      throw ImportError(
        problem(error, in: field.map { shape.fields[$0].kind }), at: reader.position,
        resource: shape.resource, id: id(in: shape),
        field: field.map { shape.fields[$0].name.description })
    }
    try requireAll(of: shape, at: reader)
  }

  /// The object's id, if it has been read.
  func id(in shape: ObjectShape) -> Int64? { integer(at: shape.idIndex) }

  /// A field's whole number, if it has one.
  func integer(at field: Int) -> Int64? {
    guard case .integer(let number) = cells[field] else { return nil }
    return number
  }

  private func requireAll(
    of shape: ObjectShape, at reader: JSONReader
  ) throws(ImportError) {
    for (cell, field) in zip(cells, shape.fields) {
      guard case .absent = cell else { continue }
      throw ImportError(
        .missing, at: reader.position, resource: shape.resource, id: id(in: shape),
        field: field.name.description)
    }
  }

  private func problem(_ error: any Error, in kind: ObjectShape.Kind?) -> ImportError.Problem {
    switch error {
    case let problem as ImportError.Problem: return problem
    case let error as JSONError:
      switch error.reason {
      case .mismatch(_, let found):
        return .unexpectedKind(expected: kind?.expectation ?? .object, found: found)
      case .notAnInteger where kind != nil:
        return .invalid(expected: kind?.expectation ?? .integer)
      default: return .syntax(error.reason)
      }
    default: preconditionFailure("decoding throws problems and JSON errors only")
    }
  }
}

extension DecodedObject {
  private mutating func decodeCell(
    _ reader: inout JSONReader, as kind: ObjectShape.Kind
  ) throws -> Cell {
    switch kind {
    case .id, .reference:
      let number = try reader.readInt()
      guard ObjectID.isValid(number) else { throw invalid(kind) }
      return .integer(number)
    case .integer: return .integer(try decodeInteger(&reader, as: kind))
    case .boolean: return .integer(try reader.readBoolean() ? 1 : 0)
    case .text, .pypiURL: return .text(try decodeText(&reader, as: kind))
    case .slug:
      let range = try decodeText(&reader, as: kind)
      if range.isEmpty { throw invalid(kind) }
      return .text(range)
    case .nullableText:
      return try reader.takeNull() ? .null : .text(try decodeText(&reader, as: kind))
    case .time: return try decodeTime(&reader, as: kind)
    case .nullableTime:
      return try reader.takeNull() ? .null : try decodeTime(&reader, as: kind)
    case .link(let resource):
      return try reader.takeNull() ? .null : .integer(try decodeLink(&reader, to: resource))
    case .links(let resource): return .links(try decodeLinks(&reader, to: resource))
    case .integers: return .text(try decodeIntegers(&reader))
    case .texts: return .text(try decodeTexts(&reader))
    }
  }

  private func invalid(_ kind: ObjectShape.Kind) -> ImportError.Problem {
    .invalid(expected: kind.expectation)
  }

  /// A whole number of 32 bits, as the origin's columns and the `Int` of GraphQL have.
  private func decodeInteger(
    _ reader: inout JSONReader, as kind: ObjectShape.Kind
  ) throws -> Int64 {
    let number = try reader.readInt()
    guard Int32(exactly: number) != nil else { throw invalid(kind) }
    return number
  }

  private mutating func decodeText(
    _ reader: inout JSONReader, as kind: ObjectShape.Kind
  ) throws -> Range<Int> {
    let string = try reader.readString()
    let start = text.count
    reader.append(string, to: &text)
    // Only an escape can give U+0000, which the origin's database does not hold either.
    if string.hasEscapes, text[start...].contains(0) { throw invalid(kind) }
    return start..<text.count
  }

  private mutating func decodeTime(
    _ reader: inout JSONReader, as kind: ObjectShape.Kind
  ) throws -> Cell {
    let range = try decodeText(&reader, as: kind)
    let instant = text.withUnsafeBufferPointer {
      microseconds(ofTime: UnsafeBufferPointer(rebasing: $0[range]))
    }
    guard let instant else { throw invalid(kind) }
    return .time(range, instant: instant)
  }

  private mutating func decodeLink(
    _ reader: inout JSONReader, to resource: CatalogResource
  ) throws -> Int64 {
    let range = try decodeText(&reader, as: .link(resource))
    guard text[range].starts(with: linkBeginning) else {
      let expected = String(decoding: linkBeginning, as: UTF8.self)
      throw ImportError.Problem.foreignLink(expected: expected)
    }
    let id = text.withUnsafeBufferPointer {
      ObjectID.id(ofLink: UnsafeBufferPointer(rebasing: $0[range]), to: resource)
    }
    text.removeSubrange(range)
    guard let id else { throw invalid(.link(resource)) }
    return id
  }

  private mutating func decodeLinks(
    _ reader: inout JSONReader, to resource: CatalogResource
  ) throws -> Range<Int> {
    let start = links.count
    linksSeen.removeAll(keepingCapacity: true)
    try reader.enterArray()
    while try reader.nextElement() {
      let id = try decodeLink(&reader, to: resource)
      if linksSeen.insert(id).inserted { links.append(id) }
    }
    return start..<links.count
  }

  private mutating func decodeIntegers(_ reader: inout JSONReader) throws -> Range<Int> {
    try decodeList(&reader) { this, reader in
      appendJSONNumber(try this.decodeInteger(&reader, as: .integers), to: &this.text)
    }
  }

  private mutating func decodeTexts(_ reader: inout JSONReader) throws -> Range<Int> {
    var scratch: [UInt8] = []
    return try decodeList(&reader) { this, reader in
      let string = try reader.readString()
      scratch.removeAll(keepingCapacity: true)
      reader.append(string, to: &scratch)
      if string.hasEscapes, scratch.contains(0) { throw this.invalid(.texts) }
      scratch.withUnsafeBufferPointer { appendJSONString($0, to: &this.text) }
    }
  }

  private mutating func decodeList(
    _ reader: inout JSONReader,
    element: (inout DecodedObject, inout JSONReader) throws -> Void
  ) throws -> Range<Int> {
    let start = text.count
    text.append(UInt8(ascii: "["))
    try reader.enterArray()
    while try reader.nextElement() {
      if text.count > start + 1 { text.append(UInt8(ascii: ",")) }
      try element(&self, &reader)
    }
    text.append(UInt8(ascii: "]"))
    return start..<text.count
  }
}

extension ObjectShape {
  /// The field of a member; the one expected next is tried first.
  fileprivate func field(
    named name: JSONString, in reader: JSONReader, after expected: Int
  ) -> Int? {
    if expected < fields.count, reader.matches(name, fields[expected].name) { return expected }
    return fields.firstIndex { reader.matches(name, $0.name) }
  }
}
