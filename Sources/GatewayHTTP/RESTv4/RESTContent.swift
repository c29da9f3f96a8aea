import CatalogGateway
import JSON
import NIOHTTP1

/// What the API says, before it is put into a form.
struct RESTContent {
  let status: HTTPResponseStatus
  /// Compact JSON in UTF-8.
  let json: [UInt8]
  /// What the catalog was asked for it.
  var account = RequestAccount()

  init(_ json: [UInt8], status: HTTPResponseStatus = .ok) {
    self.status = status
    self.json = json
  }

  /// A refusal, or that there is nothing.
  init(_ status: HTTPResponseStatus, detail: String) {
    self.status = status
    var json = Array("{\"detail\":".utf8)
    appendJSONString(detail, to: &json)
    json.append(UInt8(ascii: "}"))
    self.json = json
  }

  /// What the catalog says about an object or a list of `resource`.
  init(_ answer: RESTAnswer, of resource: RESTResource?) {
    switch answer.outcome {
    case .found: self.init(answer.body)
    case .notFound: self = resource.map { .noSuch($0) } ?? .notFound
    case .overLimit: self.init(answer.body, status: .unprocessableEntity)
    case .tooSlow: self.init(answer.body, status: .serviceUnavailable)
    case .failed: self.init(answer.body, status: .internalServerError)
    }
    account = answer.account
  }

  static let notFound = RESTContent(.notFound, detail: "Not found.")

  static func noSuch(_ resource: RESTResource) -> RESTContent {
    RESTContent(.notFound, detail: "No \(resource.title) matches the given query.")
  }

  static func methodNotAllowed(_ method: HTTPMethod) -> RESTContent {
    RESTContent(.methodNotAllowed, detail: "Method \"\(method.name)\" not allowed.")
  }

  /// Why the request and what there is do not come together.
  init(_ failure: RESTNegotiation.Failure) {
    switch failure {
    case .unknownFormat: self = .notFound
    case .notAcceptable:
      self.init(.notAcceptable, detail: "Could not satisfy the request Accept header.")
    }
  }

  /// The first number in the text: of a page, how many objects the list has.
  var firstNumber: Int? {
    let digits = json.drop { !(0x30...0x39 ~= $0) }.prefix { 0x30...0x39 ~= $0 }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension HTTPMethod {
  /// The method as it stands in a request; NIO writes one of them otherwise.
  var name: String { self == .MSEARCH ? "M-SEARCH" : rawValue }
}
