import JSON

extension GraphQLRequest {
  /// Reads the JSON body of a POST request.
  ///
  /// GraphQL over HTTP, "Request Parameters": members of other names are ignored, and an optional
  /// one that is null counts as absent.
  public init(body: [UInt8]) throws(RequestError) {
    guard !body.isEmpty else { throw .missingBody }
    let value = try parse(body, as: nil)
    guard case .object(let members) = value else { throw .bodyNotObject(found: value.typeName) }

    var query: [UInt8]?
    var operationName: String?
    var variables: [JSONMember] = []
    var wantsStats = false
    for member in members {
      switch Parameter(rawValue: member.name) {
      case .query: query = try text(member.value, of: .query).map { Array($0.utf8) }
      case .operationName: operationName = try text(member.value, of: .operationName)
      case .variables: variables = try map(member.value, of: .variables)
      case .extensions: wantsStats = asksForStats(try map(member.value, of: .extensions))
      case nil: continue
      }
    }
    guard let query else { throw .missingQuery }
    self.init(
      query: query, operationName: operationName, variables: variables, wantsStats: wantsStats)
  }

  /// Reads the parameters of a GET request's URL, already decoded; it may not run a mutation.
  ///
  /// GraphQL over HTTP, "GET": a parameter with an empty value counts as absent; `variables` and
  /// `extensions` are JSON texts.
  public init(
    urlQuery query: [UInt8]?, operationName: [UInt8]?, variables: [UInt8]?, extensions: [UInt8]?
  ) throws(RequestError) {
    guard let query, !query.isEmpty else { throw .missingQuery }
    var name: String?
    if let operationName, !operationName.isEmpty {
      name = String(validating: operationName, as: UTF8.self)
      guard name != nil else { throw .invalidEncoding(.operationName) }
    }
    self.init(
      query: query,
      operationName: name,
      variables: try urlMap(variables, of: .variables),
      wantsStats: asksForStats(try urlMap(extensions, of: .extensions)),
      allowsMutation: false)
  }
}

private typealias Parameter = RequestError.Parameter

private func parse(_ bytes: [UInt8], as parameter: Parameter?) throws(RequestError) -> JSONValue {
  do {
    return try parseJSON(bytes)
  } catch {
    throw .invalidJSON(parameter, error)
  }
}

/// A string, or nil for null.
private func text(_ value: JSONValue, of parameter: Parameter) throws(RequestError) -> String? {
  switch value {
  case .string(let text): text
  case .null: nil
  case .boolean, .int, .number, .array, .object:
    throw .wrongType(parameter, found: value.typeName)
  }
}

/// An object's members; none for null.
private func map(
  _ value: JSONValue, of parameter: Parameter
) throws(RequestError) -> [JSONMember] {
  switch value {
  case .object(let members): members
  case .null: []
  case .boolean, .int, .number, .string, .array:
    throw .wrongType(parameter, found: value.typeName)
  }
}

private func urlMap(
  _ text: [UInt8]?, of parameter: Parameter
) throws(RequestError) -> [JSONMember] {
  guard let text, !text.isEmpty else { return [] }
  return try map(try parse(text, as: parameter), of: parameter)
}

/// Whether `extensions` holds `"stats": true`.
private func asksForStats(_ extensions: [JSONMember]) -> Bool {
  extensions.last { $0.name == "stats" }?.value == .boolean(true)
}

extension JSONValue {
  /// What a message calls a value of this type.
  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .int, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
