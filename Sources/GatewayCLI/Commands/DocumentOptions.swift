import ArgumentParser
import CatalogGateway

/// Which documents `gridql serve` executes, and which it knows by a name.
struct DocumentOptions: ParsableArguments {
  @Option(
    name: .customLong("trusted-documents"),
    help: ArgumentHelp(
      "Documents that requests may name by an id or a hash: a folder of .graphql files, or a manifest.",
      valueName: "path"))
  var trustedPath: String?

  @Flag(
    name: .customLong("trusted-documents-only"), inversion: .prefixedNo,
    help: "Refuse all documents that are not trusted.")
  var executesOnlyTrusted = false

  @Flag(
    name: .customLong("persisted-queries"), inversion: .prefixedNo,
    help: "Remember documents that come with their hash, so that the hash is enough next time.")
  var remembersDocuments = true

  /// Whether strangers may ask for the schema.
  enum Introspection: String, CaseIterable, ExpressibleByArgument {
    case on
    case off
  }

  @Option(
    help: "Whether queries may ask for the schema; off hides the explorer and /schema.graphql, too."
  )
  var introspection = Introspection.on

  func validate() throws {
    guard !executesOnlyTrusted || trustedPath != nil else {
      throw ValidationError("--trusted-documents-only needs --trusted-documents.")
    }
  }

  /// What the gateway is told. Throws a `FileError` or a `TrustedDocumentError`.
  func policy() throws -> DocumentPolicy {
    var policy = DocumentPolicy()
    policy.executesOnlyTrusted = executesOnlyTrusted
    policy.remembersDocuments = remembersDocuments
    policy.allowsIntrospection = introspection == .on
    if let trustedPath { policy.trusted = try trustedDocuments(at: trustedPath) }
    return policy
  }
}

/// Reads a folder of documents, or a manifest.
///
/// A file's document has the file's name without its extension as its id. An editor's newline at the end
/// does not keep a client from knowing it by the hash of the text before.
func trustedDocuments(at path: String) throws -> TrustedDocuments {
  var documents = TrustedDocuments()
  guard let names = try folderEntries(at: path) else {
    try documents.add(manifest: InputFile(path: path).readAll(), name: path)
    return documents
  }
  for name in names {
    guard let end = [".graphql", ".gql"].first(where: { name.hasSuffix($0) }) else { continue }
    let file = path + "/" + name
    let text = try InputFile(path: file).readAll()
    try documents.add(text, id: String(name.dropLast(end.count)), name: file)
  }
  return documents
}
