import CatalogGateway
import Foundation
import JSON
import Testing

/// A use case under `Examples`: a folder with a query, its variables if it has any, and the
/// response to it.
struct Example: Sendable, CustomTestStringConvertible {
  let name: String
  let query: [UInt8]
  let variables: [UInt8]?
  let response: [UInt8]

  var testDescription: String { name }

  /// Every folder of `Examples` with a query in it, in order of their names.
  static func all() throws -> [Example] {
    let folder = Checkout.root.appending(path: "Examples")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .map { folder.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.appending(path: "query.graphql").path()) }
      .map(Example.init)
  }

  private init(folder: URL) throws {
    name = folder.lastPathComponent
    query = try folder.appending(path: "query.graphql").bytes()
    let variables = folder.appending(path: "variables.json")
    self.variables =
      FileManager.default.fileExists(atPath: variables.path()) ? try variables.bytes() : nil
    response = try folder.appending(path: "response.json").bytes()
  }

  /// The request that the folder stands for, made by the operator.
  func request() throws -> GraphQLRequest {
    var request = GraphQLRequest(query: query, variables: try variables.map(members) ?? [])
    request.origin.credentials = .localOperator
    return request
  }

  /// Whether the request is a mutation, and so must not change what others are answered.
  var edits: Bool {
    String(decoding: query, as: UTF8.self).split(separator: "\n").contains {
      $0.hasPrefix("mutation")
    }
  }
}

/// The variables of a file that is not a JSON object.
struct NotAnObject: Error {}

private func members(of json: [UInt8]) throws -> [JSONMember] {
  guard case .object(let members) = try parseJSON(json) else { throw NotAnObject() }
  return members
}
