import CatalogGateway
import NIOHTTP1

/// What a request asks for, decided from its head alone, before a body is waited for.
enum Route {
  /// A GraphQL request in the body.
  case graphQLPost(ResponseType, RequestOrigin)
  /// A GraphQL request in the request target.
  case graphQLGet(target: String, ResponseType, RequestOrigin)
  /// The page for browsers; the answer stands already.
  indirect case explorer(Answer)
  /// The schema as SDL.
  case schema
  /// Something under `/api/`.
  indirect case rest(RESTRequest)
  /// Whether the process runs.
  case live
  /// Whether requests are welcome.
  case ready
  /// The figures of the server.
  case metrics(Credentials)
  /// An answer to compare with, by the rest of the path.
  case benchmark(Substring)
  /// The answer stands already.
  indirect case answered(Answer)
  /// The request is not looked at further, and the connection ends with the answer.
  indirect case refused(Answer)
}

extension Route {
  /// Whether it takes more than to say what stands already.
  var isWork: Bool {
    switch self {
    case .graphQLPost, .graphQLGet, .rest: true
    case .explorer, .schema, .live, .ready, .metrics, .benchmark, .answered, .refused: false
    }
  }

  /// Finds the route of a well-formed request.
  init(
    _ head: HTTPRequestHead, fields: borrowing RequestFields,
    configuration: borrowing ServerConfiguration
  ) {
    let path = path(of: head.uri)
    switch path {
    case _ where configuration.cors != nil && head.method == .OPTIONS && fields.isPreflight:
      // Browsers show no token here, and need none.
      let methods = path == "/graphql" ? graphQLMethods : readOnlyMethods
      self = .answered(Answer(status: .noContent, allow: methods))
    case "/graphql":
      self = Route.graphQL(head, fields: fields, configuration: configuration)
    case "/schema.graphql" where configuration.showsSchema:
      self = Route.readOnly(.schema, head.method)
    case "/health/live":
      self = Route.readOnly(.live, head.method)
    case "/health/ready":
      self = Route.readOnly(.ready, head.method)
    case "/metrics" where configuration.observability.metrics != nil:
      self = Route.readOnly(.metrics(fields.credentials), head.method)
    case _
    where configuration.benchmarkRoutes != nil
      && path.hasPrefix(BenchmarkRoutes.prefix):
      let rest = path.utf8.dropFirst(BenchmarkRoutes.prefix.utf8.count)
      self = Route.readOnly(.benchmark(Substring(rest)), head.method)
    case "*" where head.method == .OPTIONS:
      self = .answered(Answer(status: .noContent, allow: graphQLMethods))
    default:
      self = Route.rest(head, path: path, fields: fields, configuration: configuration)
    }
  }

  /// REST is found by the decoded path.
  private static func rest(
    _ head: HTTPRequestHead, path: String, fields: RequestFields,
    configuration: ServerConfiguration
  ) -> Route {
    if path.utf8.starts(with: "/api/".utf8) || path.utf8.contains(UInt8(ascii: "%")) {
      let request = RESTRequest(head, fields: fields, configuration: configuration)
      if request.isForAPI { return .rest(request) }
    }
    let schema = configuration.showsSchema ? "its schema at /schema.graphql, " : ""
    return .answered(
      Answer(
        .notFound,
        "There is nothing at this path; GraphQL is at /graphql, \(schema)"
          + "REST at \(RESTPath.base)."))
  }

  private static func graphQL(
    _ head: HTTPRequestHead, fields: RequestFields, configuration: ServerConfiguration
  ) -> Route {
    switch head.method {
    case .POST:
      if let refusal = refusal(ofBodyIn: fields) { return .answered(refusal) }
      guard let type = ResponseType(accept: fields.accept, configuration.statusCodes) else {
        return .answered(notAcceptable)
      }
      return .graphQLPost(type, fields.origin)
    case .GET, .HEAD:
      if ResponseType.isLessWelcomeThanHTML(to: fields.accept),
        let page = configuration.explorer.page
      {
        return .explorer(Answer(page))
      }
      guard let type = ResponseType(accept: fields.accept, configuration.statusCodes) else {
        return .answered(notAcceptable)
      }
      return .graphQLGet(target: head.uri, type, fields.origin)
    case .OPTIONS:
      return .answered(Answer(status: .noContent, allow: graphQLMethods))
    default:
      return .answered(methodNotAllowed(head.method, allow: graphQLMethods))
    }
  }

  private static func readOnly(_ route: Route, _ method: HTTPMethod) -> Route {
    switch method {
    case .GET, .HEAD: route
    case .OPTIONS: .answered(Answer(status: .noContent, allow: readOnlyMethods))
    default: .answered(methodNotAllowed(method, allow: readOnlyMethods))
    }
  }

  /// Refuses content that is not JSON in UTF-8 as it is. RFC 9110 §15.5.16 415 Unsupported Media Type.
  private static func refusal(ofBodyIn fields: RequestFields) -> Answer? {
    if let encoding = fields.contentEncoding, !encoding.equalsIgnoringCase("identity") {
      return Answer(
        .unsupportedMediaType,
        "The request body must be sent without a Content-Encoding.")
    }
    guard let contentType = fields.contentType else {
      return Answer(
        .unsupportedMediaType,
        "The request has no Content-Type; POST needs application/json.")
    }
    if contentType == "application/json" { return nil }
    guard let type = MediaRange(contentType[...]), type.type == "application",
      type.subtype == "json"
    else {
      return Answer(
        .unsupportedMediaType,
        "The Content-Type of a POST must be application/json.")
    }
    guard type.isUTF8 else {
      return Answer(
        .unsupportedMediaType, "The request body must be encoded in UTF-8.")
    }
    return nil
  }

  private static var notAcceptable: Answer {
    var answer = Answer(
      .notAcceptable,
      "Accept allows none of the media types there are: application/graphql-response+json "
        + "and application/json, in UTF-8.")
    answer.vary = .accept
    return answer
  }

  private static func methodNotAllowed(_ method: HTTPMethod, allow: StaticString) -> Answer {
    Answer(
      .methodNotAllowed,
      "The method \(method.rawValue) is not allowed here; allowed are \(allow).", allow: allow)
  }
}

private let graphQLMethods: StaticString = "GET, HEAD, POST, OPTIONS"
private let readOnlyMethods: StaticString = "GET, HEAD, OPTIONS"
