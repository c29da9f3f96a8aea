import JSON

/// Documents that the operator trusts, by their ids and by the hashes of their texts.
public struct TrustedDocuments: Sendable {
  /// One document with the name that errors have for it.
  struct Document: Sendable, Equatable {
    let name: String
    let text: [UInt8]
    let hash: SHA256Hash
  }

  private(set) var documents: [Document] = []
  private var indicesByID: [String: Int] = [:]
  private var indicesByHash: [SHA256Hash: Int] = [:]

  /// Makes an empty collection.
  public init() {}

  /// How many documents there are.
  public var count: Int { documents.count }

  /// Adds a document under an id; it is known by its hash as well, and by that of the text without the
  /// line ends that a file may have behind it.
  ///
  /// `name` is for errors. Throws if the id belongs to another text.
  public mutating func add(
    _ text: [UInt8], id: String, name: String
  ) throws(TrustedDocumentError) {
    let hash = SHA256Hash(of: text)
    let index: Int
    if let known = indicesByHash[hash] {
      index = known
    } else {
      index = documents.count
      documents.append(Document(name: name, text: text, hash: hash))
      indicesByHash[hash] = index
      let lineEnds = text.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
      if lineEnds > 0 {
        let trimmed = SHA256Hash(of: Array(text.dropLast(lineEnds)))
        indicesByHash[trimmed] = indicesByHash[trimmed] ?? index
      }
    }
    if let other = indicesByID.updateValue(index, forKey: id), other != index {
      throw .repeatedID(id, name: name, other: documents[other].name)
    }
  }

  /// The document that a reference names.
  func document(_ reference: DocumentReference) -> Document? {
    let index = indicesByID[reference.id] ?? reference.hash.flatMap { indicesByHash[$0] }
    return index.map { documents[$0] }
  }

  /// The document with a text.
  func document(with text: [UInt8]) -> Document? {
    documents.isEmpty ? nil : indicesByHash[SHA256Hash(of: text)].map { documents[$0] }
  }
}
