import JSON

/// Cuts a source into its objects and decodes them, chunk by chunk.
struct SourceDecoder {
  private let name: String
  /// What the objects are, nil if each tells.
  private let resource: CatalogResource?
  private var splitter = JSONSplitter()

  init(_ source: ImportSource) {
    name = source.name
    resource = source.resource
  }

  /// Decodes what the next chunk completes; nil for the chunk ends the source.
  mutating func decode(_ chunk: [UInt8]?) -> ObjectBatch {
    if let chunk { splitter.append(chunk) } else { splitter.finish() }
    var batch = ObjectBatch()
    do {
      while let piece = try splitter.next() {
        batch.append(
          try decode(JSONReader(splitter.bytes, in: piece.range, from: piece.start)))
      }
    } catch let error as ImportError {
      batch.error = error
      batch.error?.source = name
    } catch let error as JSONError {
      batch.error = ImportError(.syntax(error.reason), source: name, at: error.position)
    } catch {
      preconditionFailure("cutting and decoding throw JSON errors and import errors only")
    }
    batch.putInAscendingOrder()
    return batch
  }

  private func decode(_ reader: JSONReader) throws(ImportError) -> ArrivedObject {
    if resource == nil, let arrived = decodeLine(reader) { return arrived }
    var piece: ImportedPiece
    if let resource {
      piece = ImportedPiece(resource: resource, reader: reader)
    } else {
      piece = try ImportedPiece(reader)
    }
    var object = DecodedObject()
    try object.decode(&piece.reader, as: .shape(of: piece.resource))
    return ArrivedObject(piece.resource, object, at: reader.position)
  }

  /// Decodes `{"resource": …, "object": …}` in one pass, the form that an export has; nil if it is anything
  /// else, or something is wrong with it: that is found once more, and named, where any form is read.
  private func decodeLine(_ reader: JSONReader) -> ArrivedObject? {
    var walker = reader
    var object = DecodedObject()
    do {
      guard let resource = try ImportedPiece.resourceAhead(&walker) else { return nil }
      try object.decode(&walker, as: .shape(of: resource))
      guard try walker.nextMember() == nil else { return nil }
      try walker.finish()
      return ArrivedObject(resource, object, at: reader.position)
    } catch {
      return nil
    }
  }
}
