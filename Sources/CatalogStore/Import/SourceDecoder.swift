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
    var piece: ImportedPiece
    if let resource {
      piece = ImportedPiece(resource: resource, reader: reader)
    } else {
      piece = try ImportedPiece(reader)
    }
    let shape = ObjectShape.shape(of: piece.resource)
    var object = DecodedObject()
    try object.decode(&piece.reader, as: shape)
    guard let id = object.id(in: shape) else { preconditionFailure("decoding requires the id") }
    return ArrivedObject(
      resource: piece.resource, id: id, position: reader.position, object: object)
  }
}
