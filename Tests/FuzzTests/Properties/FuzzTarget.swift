/// What is given arbitrary bytes.
///
/// The coverage-guided fuzzer and the tests share these: whatever the bytes are, nothing may crash
/// or hang, and what a target promises of its result must hold.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// A document of any kind: parsed and printed.
  case document
  /// A value literal: parsed and printed.
  case value
  /// A type reference: parsed and printed.
  case typeReference = "type-reference"
  /// A schema coordinate: parsed and written.
  case coordinate
  /// A text, written as a string and as a block string.
  case text
  /// A schema: built, printed, built again.
  case schema
  /// A query to a schema with every kind of type: validated, planned, executed.
  case query
  /// A schema, data and a query to them, each set off by a NUL byte.
  case service
  /// A query to the gateway, over a small catalog.
  case gateway
  /// The body of a request to the gateway.
  case body
  /// A JSON text: parsed, skipped and written.
  case json
  /// JSON values that arrive in chunks.
  case chunks
  /// A catalog file: imported and exported.
  case catalog

  /// The promise that a target does not keep for an input; nil if it keeps all.
  func brokenPromise(for input: [UInt8]) -> String? {
    do throws(BrokenPromise) {
      switch self {
      case .document: try checkDocument(input)
      case .value: try checkValue(input)
      case .typeReference: try checkTypeReference(input)
      case .coordinate: try checkCoordinate(input)
      case .text: try checkText(input)
      case .schema: try checkSchema(input)
      case .query: try checkQuery(input)
      case .service: try checkService(input)
      case .gateway: try checkGatewayQuery(input)
      case .body: try checkRequestBody(input)
      case .json: try checkJSON(input)
      case .chunks: try checkChunks(input)
      case .catalog: try checkCatalogFile(input)
      }
      return nil
    } catch {
      return error.promise
    }
  }
}

/// What should hold of the result of some input, and does not.
struct BrokenPromise: Error {
  let promise: String

  init(_ promise: String) {
    self.promise = promise
  }
}

/// Throws what should have been true.
func promise(
  _ isKept: Bool, _ promise: @autoclosure () -> String
) throws(BrokenPromise) {
  if !isKept { throw BrokenPromise(promise()) }
}
