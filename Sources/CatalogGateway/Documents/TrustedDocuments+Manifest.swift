import JSON

extension TrustedDocuments {
  /// Adds the documents of a manifest.
  ///
  /// It is an object with `operations`, each with `id`, `body` and maybe `name`, as Apollo's tools write
  /// it; or an object that maps ids to texts, as those of Relay and GraphQL Code Generator do. `name` is
  /// for errors.
  public mutating func add(manifest: [UInt8], name: String) throws(TrustedDocumentError) {
    let value: JSONValue
    do {
      value = try parseJSON(manifest)
    } catch {
      throw .invalidJSON(error, name: name)
    }
    guard case .object(let members) = value else { throw .unknownForm(name: name) }
    if case .array(let operations) = value["operations"] {
      for operation in operations { try add(operation: operation, of: name) }
    } else {
      for member in members {
        guard case .string(let text) = member.value else { throw .unknownForm(name: name) }
        try add(Array(text.utf8), id: member.name, name: "\(name), document \"\(member.name)\"")
      }
    }
  }

  private mutating func add(
    operation: JSONValue, of manifest: String
  ) throws(TrustedDocumentError) {
    guard case .string(let id) = operation["id"], case .string(let body) = operation["body"] else {
      throw .unknownForm(name: manifest)
    }
    let name = if case .string(let name) = operation["name"] { name } else { id }
    try add(Array(body.utf8), id: id, name: "\(manifest), document \"\(name)\"")
  }
}
