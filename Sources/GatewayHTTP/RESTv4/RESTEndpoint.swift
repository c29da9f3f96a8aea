import CatalogGateway
import JSON
import NIOHTTP1

/// Answers as REST v4 of the origin does, from the catalog; see the article RESTv4.
struct RESTEndpoint {
  /// Runs the questions of one event loop.
  let session: GatewaySession

  /// Answers a request for a path under `/api/`; elsewhere what there is no time for here.
  func reply(to request: RESTRequest, longWork: LongWork?) -> Reply {
    if let answer = session.attempt({ answer(request) }) { return .now(answer) }
    guard let longWork else { preconditionFailure("without long work there is always time") }
    return .later(
      PendingAnswer { cancellation, completion in
        let isTaken = longWork.add(cancellation) { session in
          switch session {
          case .success(let session): completion(RESTEndpoint(session: session).answer(request))
          case .failure(let error):
            let failure = Refusal(.internalServerError, longWork.failureMessage(error))
            completion(Answer(failure, on: .rest))
          }
        }
        if !isTaken { completion(Answer(.tooMuchLongWork(longWork), on: .rest)) }
      })
  }

  /// Answers a request for a path under `/api/`.
  func answer(_ request: RESTRequest) -> Answer {
    if let refusal = session.refusal(of: request.credentials) {
      return Answer(Refusal(refusal), on: .rest)
    }
    guard let publicURL = request.publicURL else {
      return Answer(Refusal(.badRequest, "The Host of the request is no host."), on: .rest)
    }
    if request.path.starts(with: goneBase.utf8) { return .gone }
    guard let path = RESTPath(request.path) else {
      return answerWithoutView(request, publicURL: publicURL)
    }
    let exchange = RESTExchange(request: request, path: path, publicURL: publicURL)
    let negotiation: RESTNegotiation
    do {
      negotiation = try RESTNegotiation(
        format: path.suffix ?? exchange.formatParameter, accept: request.accept)
    } catch {
      return exchange.answer(RESTContent(error), as: .fallback, vary: .accept)
    }
    return exchange.answer(content(of: exchange), as: negotiation, vary: [.accept, .cookie])
  }

  /// What would have been meant: the same with a slash at the end, or nothing.
  private func answerWithoutView(_ request: RESTRequest, publicURL: PublicURL) -> Answer {
    let withSlash = request.path + [UInt8(ascii: "/")]
    guard request.path.last != UInt8(ascii: "/"),
      RESTPath(withSlash) != nil || withSlash.elementsEqual(goneBase.utf8)
    else { return .noPage }
    return .movedToSlash(request, publicURL: publicURL)
  }

  private func content(of exchange: RESTExchange) -> RESTContent {
    switch exchange.request.method {
    case .GET, .HEAD: read(exchange)
    case .OPTIONS: RESTContent(exchange.path.view.metadata)
    default: .methodNotAllowed(exchange.request.method)
    }
  }

  private func read(_ exchange: RESTExchange) -> RESTContent {
    switch exchange.path.view {
    case .root: RESTContent(exchange.root)
    case .list(let resource):
      RESTContent(
        session.answer(.page(resource, exchange.pagination.page, links: exchange.links)),
        of: resource)
    case .object(let resource, let name):
      switch RESTLookup(name, of: resource) {
      case .key(let key):
        RESTContent(
          session.answer(.object(resource, key, links: exchange.links)), of: resource)
      case .missing: .noSuch(resource)
      case .invalid: .notFound
      }
    case .search:
      RESTContent(session.answer(.search(exchange.request.parameters.last("q") ?? "")), of: nil)
    }
  }
}

/// One request and what is known of it once its path is: everything that answers are made of.
struct RESTExchange {
  let request: RESTRequest
  let path: RESTPath
  let publicURL: PublicURL

  /// What the parameter `format` says.
  var formatParameter: String? { request.parameters.last("format") }

  /// The links of the answer: the format asked for goes along, however it was.
  var links: RESTLinks {
    let end = path.suffix.map { ".\($0)" } ?? "/"
    return RESTLinks(
      base: publicURL.origin + publicURL.path + RESTPath.base, suffix: end + formatQuery)
  }

  /// The query that carries the format on; empty if the request has none.
  var formatQuery: String {
    QueryParameters([]).replacing("format", with: formatParameter).text
  }

  /// Which part of the list is asked for.
  var pagination: RESTPagination {
    let path = String(decoding: percentEncodedPath(request.path), as: UTF8.self)
    return RESTPagination(request, url: publicURL.origin + publicURL.path + path)
  }

  /// The answer of the root: where everything is.
  var root: [UInt8] {
    let links = links
    var json: [UInt8] = []
    appendJSON(
      .object(
        ["packages", "search", "grids", "categories"].map { name in
          JSONMember(name: name, value: .string(links.base + name + links.suffix))
        }), to: &json)
    return json
  }

  /// Puts content into the form that was settled on.
  func answer(
    _ content: RESTContent, as negotiation: RESTNegotiation, vary: Vary
  ) -> Answer {
    var text = content.json
    if let indent = negotiation.indent {
      text.removeAll()
      var reformatter = JSONReformatter(indent: indent)
      reformatter.reformat(content.json, into: &text)
    }
    var answer = Answer(
      status: content.status, contentType: .restJSON, body: text,
      reuse: content.status == .ok ? .untilCatalogChanges : .never, vary: vary,
      allow: restMethods, policy: .page, account: content.account)
    if negotiation.format == .api {
      answer.contentType = .html
      answer.body = BrowsablePage(exchange: self, content: content, text: text).html
    }
    return answer
  }
}

/// The methods of everything under `/api/v4/`.
let restMethods: StaticString = "GET, HEAD, OPTIONS"

/// Where the origin's first API was.
private let goneBase = "/api/v1/"

extension Answer {
  /// That nothing is at a path, for people.
  fileprivate static var noPage: Answer {
    Answer(
      status: .notFound, contentType: .html,
      body: messagePage("Page not found", "There is nothing at this path."), vary: .cookie,
      policy: .page)
  }

  /// That an API is no more.
  fileprivate static var gone: Answer {
    Answer(
      status: .gone, contentType: .html,
      body: messagePage("Gone", "API v1 is no more; its successor is at /api/v4/."),
      policy: .page)
  }

  /// That the path lacks its slash.
  fileprivate static func movedToSlash(_ request: RESTRequest, publicURL: PublicURL) -> Answer {
    var location = publicURL.path
    location += String(decoding: percentEncodedPath(request.path), as: UTF8.self) + "/"
    if !request.query.isEmpty {
      location += "?" + String(decoding: percentEncodedQuery(request.query), as: UTF8.self)
    }
    return Answer(
      status: .movedPermanently, contentType: .html, vary: .cookie, location: location,
      policy: .redirect)
  }
}
