import GraphQLLanguage

/// The answer to a request over JSON data. Spec §7.1 Response Format.
public struct JSONDataResponse: Sendable, Equatable {
  /// Why the request was refused, or fields have no value; empty if nothing went wrong.
  public let errors: [GraphQLError]
  /// The JSON text of `data`; nil if the request was not executed.
  public let data: [UInt8]?

  /// Adds the response as one JSON object.
  public func append(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    appendMembers(to: &output)
    output.append(UInt8(ascii: "}"))
  }

  /// Adds the members of the response without the braces around them; there is at least one.
  public func appendMembers(to output: inout [UInt8]) {
    if !errors.isEmpty {
      output.append(contentsOf: "\"errors\":".utf8)
      appendErrors(errors, to: &output)
    }
    if let data {
      if !errors.isEmpty { output.append(UInt8(ascii: ",")) }
      output.append(contentsOf: "\"data\":".utf8)
      output.append(contentsOf: data)
    }
  }
}
