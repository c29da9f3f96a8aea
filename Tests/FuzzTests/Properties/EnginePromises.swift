import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

func checkSchema(_ input: [UInt8]) throws(BrokenPromise) {
  guard let schema = builtSchema(input) else { return }
  for isSorted in [false, true] {
    let text = printSchema(schema, isSorted: isSorted)
    guard let again = builtSchema(Array(text.utf8)) else {
      throw BrokenPromise("A printed schema can be built: \(text)")
    }
    try promise(
      printSchema(again, isSorted: isSorted) == text, "A schema is printed the same again: \(text)")
    if !isSorted {
      let changes = schemaChanges(from: schema, to: again)
      try promise(
        changes.breaking.isEmpty && changes.dangerous.isEmpty, "Printing changes nothing: \(text)")
    }
  }
}

/// The schema that a text defines; nil if it defines none, for which there are reasons.
private func builtSchema(_ input: [UInt8]) -> Schema? {
  do {
    return try buildSchema(from: parseDocument(Source(input)))
  } catch {
    return nil
  }
}

func checkQuery(_ input: [UInt8]) throws(BrokenPromise) {
  try checkResponse(
    of: FuzzedService.executor, to: input, data: FuzzedService.data,
    variables: FuzzedService.variables)
}

func checkService(_ input: [UInt8]) throws(BrokenPromise) {
  let parts = input.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3, let schema = builtSchema(Array(parts[0])) else { return }
  guard let data = parsedJSON(Array(parts[1])) else { return }
  try checkResponse(
    of: JSONExecutor(schema: schema), to: Array(parts[2]), data: data,
    variables: FuzzedService.variables)
}

private func checkResponse(
  of executor: JSONExecutor, to query: [UInt8], data: JSONValue, variables: [JSONMember]
) throws(BrokenPromise) {
  var body: [UInt8] = []
  executor.execute(Source(query), variables: variables, data: data).append(to: &body)
  try checkResponse(body)
}

/// A service that has some of everything.
private enum FuzzedService {
  static let executor: JSONExecutor = {
    guard let schema = builtSchema(Array(schemaText.utf8)) else {
      preconditionFailure("The service has a schema")
    }
    return JSONExecutor(schema: schema)
  }()

  private static let schemaText = """
    directive @mark(as: [Kind!], by: Filter = {kind: ONE}) repeatable on
      QUERY | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
    type Query implements Node & Named {
      id: ID! name: String! self: Query! next: Node named: [Named!]! any: Any anys: [[Any]!]
      int(of: Int! = 3): Int float: Float! flag: Boolean! kind: Kind! json(of: JSON): JSON
      find(by: Filter, one: Choice, all: [[Filter!]] = [[{kind: TWO}]], k: Kind = ONE): Query
      failing: Int! list: [Int!]! deep: [[[Int!]!]!]
    }
    interface Node { id: ID! self: Node next: Node }
    interface Named implements Node { id: ID! self: Named next: Node name: String }
    type Leaf implements Node { id: ID! self: Leaf next: Node value: Int! size(in: Kind!): Float }
    union Any = Query | Leaf
    enum Kind { ONE TWO THREE @deprecated }
    scalar JSON @specifiedBy(url: "x")
    input Filter { kind: Kind! = TWO not: Filter all: [Filter!] text: String = "x" id: ID float: Float }
    input Choice @oneOf { kind: Kind filter: Filter list: [Int!] }
    type Mutation { set(to: Filter!): Query! add(n: Int!): Int! }
    type Subscription { tick(every: Int): Int! told: Any }
    """

  static let data = value(
    """
    {"__typename": "Query", "id": 1, "name": "n", "self": {"__typename": "Query", "id": "2", "name": null,
      "self": {"id": 7, "name": "deep", "kind": "FOUR"}, "named": [null], "any": {"__typename": "Nothing"}},
      "next": {"__typename": "Leaf", "id": 4.5, "value": null, "next": {"__typename": "Kind"}},
      "named": [{"__typename": "Query", "id": "q"}, {"__typename": "Leaf", "id": 1}],
      "any": {"__typename": "Leaf", "id": "l", "value": 5, "size": 1e300}, "anys": [[null, {}], 5, null],
      "int": 2147483648, "float": "1", "flag": 1, "kind": "ONE", "json": [{"a": [1.5, null, "\\u2028"]}],
      "find": [], "failing": null, "list": [1, 2.0, null], "deep": [[[1], []], null, [[null]]],
      "set": {"id": 1}, "add": 5, "tick": 1, "told": {"__typename": "Leaf"}}
    """)

  static let variables: [JSONMember] = {
    let text = """
      {"a": 1, "b": "text", "c": null, "d": [1, 2, [3]], "e": {"kind": "ONE", "all": [{"id": 5}]}, \
      "f": true, "g": 1.5, "h": "TWO", "i": {"list": [1]}}
      """
    guard case .object(let members) = value(text) else { return [] }
    return members
  }()

  private static func value(_ text: String) -> JSONValue {
    guard let value = parsedJSON(Array(text.utf8)) else {
      preconditionFailure("The service has data")
    }
    return value
  }
}
