import GraphQLLanguage
import JSON

/// Adds the value of `errors`: a list of error maps. Spec §7.1.6 Errors.
public func appendErrors(_ errors: [GraphQLError], to output: inout [UInt8]) {
  output.append(UInt8(ascii: "["))
  for (index, error) in errors.enumerated() {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    appendError(error, to: &output)
  }
  output.append(UInt8(ascii: "]"))
}

private func appendError(_ error: GraphQLError, to output: inout [UInt8]) {
  output.append(contentsOf: "{\"message\":".utf8)
  appendJSONString(error.message, to: &output)
  if !error.locations.isEmpty {
    appendList(error.locations, named: "locations", to: &output) { location, output in
      output.append(contentsOf: "{\"line\":".utf8)
      appendJSONNumber(Int64(location.line), to: &output)
      output.append(contentsOf: ",\"column\":".utf8)
      appendJSONNumber(Int64(location.column), to: &output)
      output.append(UInt8(ascii: "}"))
    }
  }
  if let path = error.path {
    appendList(path, named: "path", to: &output) { segment, output in
      switch segment {
      case .name(let name): appendJSONString(name, to: &output)
      case .index(let index): appendJSONNumber(Int64(index), to: &output)
      }
    }
  }
  if error.code != nil || error.details != nil {
    output.append(contentsOf: ",\"extensions\":{".utf8)
    if let code = error.code {
      output.append(contentsOf: "\"code\":".utf8)
      appendJSONString(code.rawValue, to: &output)
    }
    if let details = error.details {
      if error.code != nil { output.append(UInt8(ascii: ",")) }
      output.append(contentsOf: details.utf8)
    }
    output.append(UInt8(ascii: "}"))
  }
  output.append(UInt8(ascii: "}"))
}

private func appendList<Element>(
  _ elements: [Element], named name: String, to output: inout [UInt8],
  append: (Element, inout [UInt8]) -> Void
) {
  output.append(contentsOf: ",\"\(name)\":[".utf8)
  for (index, element) in elements.enumerated() {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    append(element, &output)
  }
  output.append(UInt8(ascii: "]"))
}
