import JSON

/// One GraphQL request, before it is parsed. Spec §6.1 Executing Requests.
public struct GraphQLRequest: Sendable {
  /// The document's text in UTF-8, as the client sent it; empty if it only names the document.
  public var query: [UInt8]
  /// The name of the document, instead of the text or beside it.
  public var document: DocumentReference?
  /// Which operation of the document to run.
  public var operationName: String?
  /// The raw variable values.
  public var variables: [JSONMember]
  /// Whether the response carries `extensions.stats`.
  public var wantsStats: Bool
  /// Whether a mutation may run; GET requests forbid it.
  public var allowsMutation: Bool
  /// Who makes the request, and whether it has been made before.
  public var origin = RequestOrigin()
  /// Where the text comes from; known once the document is resolved.
  var documentOrigin = DocumentOrigin.request

  /// Makes a request of its parts.
  public init(
    query: [UInt8], document: DocumentReference? = nil, operationName: String? = nil,
    variables: [JSONMember] = [], wantsStats: Bool = false, allowsMutation: Bool = true
  ) {
    self.query = query
    self.document = document
    self.operationName = operationName
    self.variables = variables
    self.wantsStats = wantsStats
    self.allowsMutation = allowsMutation
  }
}
