import ArgumentParser
import CatalogGateway
import GraphQLLanguage
import JSON

/// What `query` runs: a document, the operation in it, and values for its variables.
struct QueryInput: ParsableArguments {
  @Argument(help: "The query's text, or - to read it from standard input.")
  var query: String?

  @Option(help: ArgumentHelp("A file with the query.", valueName: "f"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "All variables: a JSON object, or @ and the file that holds it.", valueName: "json|@f"))
  var variables: String?

  @Option(
    name: .customShort("v"),
    help: ArgumentHelp(
      "One variable: the text itself for a String or an ID, else JSON. Beats --variables.",
      valueName: "name=value"))
  var assignments: [String] = []

  @Option(help: ArgumentHelp("Which operation, if there are several.", valueName: "name"))
  var operation: String?

  func validate() throws {
    switch (query, file) {
    case (nil, nil): throw ValidationError("There is no query: give its text, --file, or -.")
    case (.some, .some): throw ValidationError("Give the query's text or --file, not both.")
    case (.some, nil), (nil, .some): break
    }
    if let variables, !variables.hasPrefix("@") {
      do {
        _ = try variableMembers(of: Array(variables.utf8), in: "--variables")
      } catch {
        throw ValidationError("\(error)")
      }
    }
    for assignment in assignments where VariableAssignment(assignment) == nil {
      throw ValidationError("-v needs name=value, not '\(assignment)'.")
    }
  }

  /// The document. Reads the file that the options name.
  func source() throws(FileError) -> Source {
    if let query, query != "-" { return Source(query, name: "query") }
    let input = try InputFile(path: file ?? "-")
    return Source(try input.readAll(), name: input.name)
  }

  /// The request for a document with what the options say of it.
  func request(for source: Source, wantsStats: Bool) throws -> GraphQLRequest {
    GraphQLRequest(
      query: source.bytes, operationName: operation, variables: try variableValues(in: source),
      wantsStats: wantsStats)
  }

  /// The values of `--variables`, those of `-v` in their place or after them.
  private func variableValues(in source: Source) throws -> [JSONMember] {
    var members: [JSONMember] = []
    if let variables, variables.hasPrefix("@") {
      let path = String(variables.dropFirst())
      members = try variableMembers(of: InputFile(path: path).readAll(), in: path)
    } else if let variables {
      members = try variableMembers(of: Array(variables.utf8), in: "--variables")
    }
    let textVariables = textVariables(in: source, operation: operation)
    for assignment in assignments.compactMap(VariableAssignment.init) {
      let assigned = assignment.member(isText: textVariables.contains(assignment.name))
      if let index = members.firstIndex(where: { $0.name == assigned.name }) {
        members[index] = assigned
      } else {
        members.append(assigned)
      }
    }
    return members
  }
}

/// Variables that are no JSON object.
struct VariablesError: Error, Equatable, CustomStringConvertible {
  /// Where they were given.
  let place: String
  /// What is wrong with the JSON; nil if it is JSON, but no object.
  let error: JSONError?

  var description: String {
    let detail = error.map { ": \($0)" } ?? ""
    return "the variables in \(place) are not a JSON object\(detail)"
  }
}

/// The members of the JSON object that variables are.
func variableMembers(
  of bytes: [UInt8], in place: String
) throws(VariablesError) -> [JSONMember] {
  do {
    guard case .object(let members) = try parseJSON(bytes) else {
      throw VariablesError(place: place, error: nil)
    }
    return members
  } catch let error as JSONError {
    throw VariablesError(place: place, error: error)
  } catch {
    throw VariablesError(place: place, error: nil)
  }
}
