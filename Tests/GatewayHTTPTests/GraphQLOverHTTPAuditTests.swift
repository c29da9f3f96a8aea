import Testing

@testable import GatewayHTTP

/// A check of the graphql-http audit suite, by its id.
struct Audit: Sendable, CustomTestStringConvertible {
  let id: String
  let promise: String
  let request: TestRequest
  let statuses: ClosedRange<Int>
  /// The whole field, if it matters.
  var contentType: String?
  /// The whole body; nil for one with errors and no data.
  var body: String?

  var testDescription: String { "\(id) \(promise)" }
}

private let graphQLType = "application/graphql-response+json"
private let graphQLContent = "application/graphql-response+json; charset=utf-8"
private let jsonContent = "application/json; charset=utf-8"
private let typename = #"{"query":"{ __typename }"}"#
private let typenameData = #"{"data":{"__typename":"Query"}}"#
private let typeData = #"{"data":{"__type":{"name":"Query"}}}"#
private let typeQuery = "query Type($name: String!) { __type(name: $name) { name } }"

@Suite("GraphQL over HTTP, audits of graphql-http")
struct GraphQLOverHTTPAuditTests {
  @Test("media types (H2, H9, H10)", arguments: mediaTypes)
  func negotiates(audit: Audit) throws { try check(audit) }

  @Test("methods and bodies (H3, H7, H13)", arguments: methods)
  func accepts(audit: Audit) throws { try check(audit) }

  @Test("parameters (H4, H5, H8)", arguments: parameters)
  func reads(audit: Audit) throws { try check(audit) }

  @Test("requests that fail (H11, H12)", arguments: failures)
  func fails(audit: Audit) throws { try check(audit) }

  private func check(_ audit: Audit) throws {
    let response = try TestConnection().response(to: audit.request)
    #expect(audit.statuses.contains(response.status), "\(response)")
    if let contentType = audit.contentType {
      #expect(response.fields["Content-Type"] == contentType)
    }
    if let body = audit.body {
      #expect(response.body == body)
    } else {
      #expect(response.body.hasPrefix(#"{"errors":["#))
      #expect(!response.body.contains(#""data""#))
    }
  }
}

private let mediaTypes = [
  Audit(
    id: "22EB", promise: "accepts application/graphql-response+json",
    request: .post(typename, accept: graphQLType), statuses: 200...200,
    contentType: graphQLContent, body: typenameData),
  Audit(
    id: "4655", promise: "accepts application/json",
    request: .post(typename, accept: "application/json"), statuses: 200...200,
    contentType: jsonContent, body: typenameData),
  Audit(
    id: "47DE", promise: "answers */* with application/json",
    request: .post(typename, accept: "*/*"), statuses: 200...200,
    contentType: jsonContent, body: typenameData),
  Audit(
    id: "80D8", promise: "answers without Accept with application/json",
    request: .post(typename), statuses: 200...200, contentType: jsonContent, body: typenameData),
  Audit(
    id: "82A3", promise: "responds in UTF-8",
    request: .post(typename, accept: "\(graphQLType), application/json"), statuses: 200...200,
    contentType: graphQLContent, body: typenameData),
  Audit(
    id: "BF61", promise: "accepts requests in UTF-8",
    request: .post(typename, contentType: "application/json; charset=utf-8"), statuses: 200...200,
    body: typenameData),
  Audit(
    id: "78D5", promise: "assumes UTF-8", request: .post(typename), statuses: 200...200,
    body: typenameData),
]

private let methods = [
  Audit(
    id: "2C94", promise: "accepts POST", request: .post(typename), statuses: 200...200,
    body: typenameData),
  Audit(
    id: "5A70", promise: "accepts GET",
    request: .get("/graphql?query=%7B+__typename+%7D"), statuses: 200...200, body: typenameData),
  Audit(
    id: "9C48", promise: "executes no mutation by GET",
    request: .get("/graphql?query=mutation+%7B+__typename+%7D", accept: graphQLType),
    statuses: 400...499),
  Audit(
    id: "9ABE", promise: "refuses a POST without Content-Type",
    request: .post(typename, contentType: nil), statuses: 415...415, contentType: jsonContent),
  Audit(
    id: "03D4", promise: "accepts application/json", request: .post(typename),
    statuses: 200...200, body: typenameData),
  Audit(
    id: "A5BF", promise: "refuses a missing body", request: .post(""), statuses: 400...400),
  Audit(
    id: "423L", promise: "refuses a missing query", request: .post("{}"), statuses: 400...400),
]

private let parameters: [Audit] =
  wrongValues(of: "query", ids: "LKJ", [#"{"obj": "ect"}"#, "0", "false", #"["array"]"#])
  + wrongValues(of: "operationName", ids: "6C0", [#"{"obj": "ect"}"#, "0", "false", #"["array"]"#])
  + wrongValues(of: "variables", ids: "476", [#""string""#, "0", "false", #"["array"]"#])
  + wrongValues(of: "extensions", ids: "58B", [#""string""#, "0", "false", #"["array"]"#])
  + nullValues(ids: "94B", accept: graphQLType)
  + nullValues(ids: "022", accept: "application/json")
  + [("34A2", graphQLType), ("13EE", "application/json")].map { id, accept in
    Audit(
      id: id, promise: "takes a string as query", request: .post(typename, accept: accept),
      statuses: 200...200, body: typenameData)
  }
  + [("8161", graphQLType), ("B8B3", "application/json")].map { id, accept in
    Audit(
      id: id, promise: "takes a string as operationName",
      request: .post(
        #"{"query":"query Query { __typename }","operationName":"Query"}"#, accept: accept),
      statuses: 200...200, body: typenameData)
  }
  + [("2EA1", graphQLType), ("28B9", "application/json")].map { id, accept in
    Audit(
      id: id, promise: "takes an object as variables",
      request: .post(
        #"{"query":"\#(typeQuery)","variables":{"name":"Query"}}"#, accept: accept),
      statuses: 200...200, body: typeData)
  }
  + [("D6D5", graphQLType), ("6A70", "application/json")].map { id, accept in
    Audit(
      id: id, promise: "takes JSON as variables of a GET",
      request: .get(
        "/graphql?query=query+Type(%24name%3AString!)%7B__type(name%3A%24name)%7Bname%7D%7D"
          + "&variables=%7B%22name%22%3A%22Query%22%7D",
        accept: accept),
      statuses: 200...200, body: typeData)
  }
  + [("428F", graphQLType), ("1B7A", "application/json")].map { id, accept in
    Audit(
      id: id, promise: "takes an object as extensions",
      request: .post(
        #"{"query":"{ __typename }","extensions":{"some":"value"}}"#, accept: accept),
      statuses: 200...200, body: typenameData)
  }

private let failures = [
  ("B6DC", 400...599, #"{ "not a JSON"#, graphQLType),
  ("BCF8", 400...400, #"{ "not a JSON"#, graphQLType),
  ("B7N8", 400...400, #"{ "not a JSON"#, "application/json"),
  ("8764", 400...599, #"{ "qeury": "{ __typename }" }"#, graphQLType),
  ("3E3A", 400...400, #"{ "qeury": "{ __typename }" }"#, graphQLType),
  ("572B", 200...200, #"{"query":"{"}"#, "application/json"),
  ("865D", 400...599, #"{"query":"{"}"#, graphQLType),
  ("556A", 400...400, #"{"query":"{"}"#, graphQLType),
  ("D586", 400...400, #"{"query":"{"}"#, graphQLType),
  ("FDE2", 200...200, #"{"query":"{ notExisting }"}"#, "application/json"),
  ("51FE", 400...599, #"{"query":"{ notExisting }"}"#, graphQLType),
  ("74FF", 400...400, #"{"query":"{ notExisting }"}"#, graphQLType),
  ("5E5B", 400...400, #"{"query":"{ notExisting }"}"#, graphQLType),
  ("7B9B", 200...200, #"{"query":"\#(typeQuery)","variables":{"name":null}}"#, "application/json"),
  ("86EE", 400...400, #"{"query":"\#(typeQuery)","variables":{"name":null}}"#, graphQLType),
].map { id, statuses, body, accept in
  Audit(
    id: id, promise: "answers \(body) as \(accept)", request: .post(body, accept: accept),
    statuses: statuses,
    contentType: accept == graphQLType ? graphQLContent : jsonContent)
}

/// A row for each JSON value that a parameter must not have.
private func wrongValues(of parameter: String, ids: String, _ values: [String]) -> [Audit] {
  values.enumerated().map { index, value in
    let query = parameter == "query" ? "" : #""query":"{ __typename }","#
    return Audit(
      id: "\(ids)\(index)", promise: "refuses \(value) as \(parameter)",
      request: .post("{\(query)\"\(parameter)\":\(value)}", accept: graphQLType),
      statuses: 400...400)
  }
}

/// A row for each parameter that may be null.
private func nullValues(ids: String, accept: String) -> [Audit] {
  ["variables", "operationName", "extensions"].enumerated().map { index, parameter in
    Audit(
      id: "\(ids)\(index)", promise: "takes null as \(parameter)",
      request: .post(#"{"query":"{ __typename }","\#(parameter)":null}"#, accept: accept),
      statuses: 200...200, body: typenameData)
  }
}
