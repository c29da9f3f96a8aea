import JSON

extension GraphQLRequest {
  /// Reads the JSON body of a POST request, in one pass.
  ///
  /// GraphQL over HTTP, "Request Parameters": members of other names are ignored, and an optional
  /// one that is null counts as absent.
  public init(body: [UInt8]) throws(RequestError) {
    guard !body.isEmpty else { throw .missingBody }
    var reader = ParameterReader(json: JSONReader(body))
    do {
      try reader.readBody()
    } catch {
      throw .invalidJSON(nil, error)
    }
    if let mistake = reader.mistake { throw mistake }
    let document = try documentReference(id: reader.documentID, extensions: reader.extensions)
    guard let query = reader.query ?? document.map({ _ in [] }) else { throw .missingQuery }
    self.init(
      query: query,
      document: document,
      operationName: reader.operationName.map { String(decoding: $0, as: UTF8.self) },
      variables: reader.variables,
      wantsStats: reader.extensions.asksForStats)
  }

  /// Reads the parameters of a GET request's URL, already decoded; it may not run a mutation.
  ///
  /// GraphQL over HTTP, "GET": a parameter with an empty value counts as absent; `variables` and
  /// `extensions` are JSON texts.
  public init(
    urlQuery query: [UInt8]?, documentID: [UInt8]? = nil, operationName: [UInt8]?,
    variables: [UInt8]?, extensions: [UInt8]?
  ) throws(RequestError) {
    let extensions = try members(of: .extensions, in: extensions)
    let document = try documentReference(id: documentID, extensions: extensions)
    let query = query ?? []
    guard !query.isEmpty || document != nil else { throw .missingQuery }
    self.init(
      query: query,
      document: document,
      operationName: try text(of: .operationName, in: operationName),
      variables: try members(of: .variables, in: variables),
      wantsStats: extensions.asksForStats,
      allowsMutation: false)
  }
}

/// How the parameters of a request name its document; nil if they do not.
private func documentReference(
  id: [UInt8]?, extensions: [JSONMember]
) throws(RequestError) -> DocumentReference? {
  if let id = try text(of: .documentId, in: id) { return .id(id) }
  return try extensions.persistedQueryHash().map { .persistedQuery(hash: $0) }
}

/// The text of a parameter; nil if there is none, or an empty one.
private func text(
  of parameter: RequestError.Parameter, in bytes: [UInt8]?
) throws(RequestError) -> String? {
  guard let bytes, !bytes.isEmpty else { return nil }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .invalidEncoding(parameter)
  }
  return text
}

/// The object that a URL's text for a parameter is.
private func members(
  of parameter: RequestError.Parameter, in text: [UInt8]?
) throws(RequestError) -> [JSONMember] {
  guard let text, !text.isEmpty else { return [] }
  var reader = ParameterReader(json: JSONReader(text))
  let members: [JSONMember]
  do {
    members = try reader.readMap(parameter)
    try reader.json.finish()
  } catch {
    throw .invalidJSON(parameter, error)
  }
  if let mistake = reader.mistake { throw mistake }
  return members
}

/// Collects the parameters that a JSON text names.
///
/// A wrong type is noted and the text read to its end, so that a text that is no JSON at all is
/// refused as such.
private struct ParameterReader {
  var json: JSONReader
  /// The first parameter that cannot be used.
  var mistake: RequestError?
  var query: [UInt8]?
  var documentID: [UInt8]?
  var operationName: [UInt8]?
  var variables: [JSONMember] = []
  var extensions: [JSONMember] = []

  mutating func readBody() throws(JSONError) {
    let kind = try json.peekKind()
    guard kind == .object else {
      mistake = .bodyNotObject(found: kind)
      try json.skipValue()
      return try json.finish()
    }
    try json.enterObject()
    while let name = try json.nextMember() {
      switch RequestError.Parameter(rawValue: json.text(of: name)) {
      case .query: query = try readText(.query)
      case .documentId: documentID = try readText(.documentId)
      case .operationName: operationName = try readText(.operationName)
      case .variables: variables = try readMap(.variables)
      case .extensions: extensions = try readMap(.extensions)
      case nil: try json.skipValue()
      }
    }
    try json.finish()
  }

  /// The bytes of a string; nil for null.
  private mutating func readText(_ parameter: RequestError.Parameter) throws(JSONError) -> [UInt8]?
  {
    guard try takesValue(of: parameter) else { return nil }
    let string = try json.readString()
    var text: [UInt8] = []
    text.reserveCapacity(string.range.count)
    json.append(string, to: &text)
    return text
  }

  /// The members of an object; none for null.
  mutating func readMap(_ parameter: RequestError.Parameter) throws(JSONError) -> [JSONMember] {
    guard try takesValue(of: parameter), case .object(let members) = try json.readValue() else {
      return []
    }
    return members
  }

  /// Whether the next value is of the parameter's kind; if not, it is read over.
  private mutating func takesValue(of parameter: RequestError.Parameter) throws(JSONError) -> Bool {
    if try json.takeNull() { return false }
    let kind = try json.peekKind()
    if kind == parameter.kind { return true }
    mistake = mistake ?? .wrongType(parameter, found: kind)
    try json.skipValue()
    return false
  }
}

extension [JSONMember] {
  /// Whether request extensions hold `"stats": true`.
  fileprivate var asksForStats: Bool {
    last { $0.name == "stats" }?.value == .boolean(true)
  }
}
