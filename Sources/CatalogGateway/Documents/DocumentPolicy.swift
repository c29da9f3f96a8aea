/// Which documents a gateway executes, and which it knows by a name.
public struct DocumentPolicy: Sendable {
  /// Documents of the operator's own, for which the limits of documents do not count.
  public var trusted = TrustedDocuments()
  /// Whether all other documents are refused.
  public var executesOnlyTrusted = false
  /// Whether a document that came with its hash is remembered, so that the hash is enough the next time:
  /// automatic persisted queries.
  public var remembersDocuments = true
  /// Whether documents may ask for the schema. If not, errors do not tell what names there are either;
  /// trusted documents may all the same.
  public var allowsIntrospection = true

  /// Makes a policy that executes every document and remembers those that come with their hash.
  public init() {}
}
