import Testing

@Suite("§4.2 Schema Introspection")
struct IntrospectionTests {
  private static let schema = #"""
    "About the schema."
    schema { query: Root }
    "The root."
    type Root implements Node {
      id: ID!
      find(
        "What to find."
        filter: Filter = {words: ["a\"b"], deep: null}
        old: Int @deprecated(reason: "Unused")
      ): [[Result!]]!
      gone: Int @deprecated
    }
    interface Node { id: ID! }
    union Result = Root | Leaf
    type Leaf implements Node { id: ID! size: Size url: Link }
    enum Size { SMALL MEDIUM @deprecated(reason: "Never") BIG }
    "A link."
    scalar Link @specifiedBy(url: "https://example.com/link")
    input Filter { words: [String!]! = ["x"] deep: Filter was: Int @deprecated }
    input Choice @oneOf { a: Int b: String }
    directive @mark(by: [Choice!], until: Int @deprecated) repeatable on FIELD | QUERY
    """#

  private func data(_ query: String) throws -> String {
    let response = try response(query, schema: Self.schema, data: "{}")
    return String(response.dropFirst(8).dropLast())
  }

  @Test("§4.1 Type Name Introspection, on every type (I1)")
  func typeNames() throws {
    #expect(
      try data(
        """
        { __typename __schema { __typename queryType { __typename
          fields { __typename args { __typename } } } directives { __typename } }
          __type(name: "Size") { enumValues { __typename } } }
        """) == """
          {"__typename":"Root","__schema":{"__typename":"__Schema","queryType":\
          {"__typename":"__Type","fields":[{"__typename":"__Field","args":[]},\
          {"__typename":"__Field","args":[{"__typename":"__InputValue"}]}]},\
          "directives":[{"__typename":"__Directive"},{"__typename":"__Directive"},\
          {"__typename":"__Directive"},{"__typename":"__Directive"},\
          {"__typename":"__Directive"},{"__typename":"__Directive"}]},\
          "__type":{"enumValues":[{"__typename":"__EnumValue"},{"__typename":"__EnumValue"}]}}
          """)
  }

  @Test("§4.2.1 The __Schema Type: in source order, built-in types at their first use (I3, I4, I9)")
  func schemaType() throws {
    let schema = try data(
      """
      { __schema { description types { name } queryType { name } mutationType { name }
        subscriptionType { name } directives { name } } }
      """)
    #expect(
      schema == """
        {"__schema":{"description":"About the schema.","types":[{"name":"Root"},{"name":"ID"},\
        {"name":"Int"},{"name":"Node"},{"name":"Result"},{"name":"Leaf"},{"name":"Size"},\
        {"name":"Link"},{"name":"Filter"},{"name":"String"},{"name":"Choice"},\
        {"name":"Boolean"},{"name":"__Schema"},{"name":"__Type"},{"name":"__TypeKind"},\
        {"name":"__Field"},{"name":"__InputValue"},{"name":"__EnumValue"},\
        {"name":"__Directive"},{"name":"__DirectiveLocation"}],"queryType":{"name":"Root"},"mutationType":null,\
        "subscriptionType":null,"directives":[{"name":"mark"},{"name":"include"},{"name":"skip"},\
        {"name":"deprecated"},{"name":"specifiedBy"},{"name":"oneOf"}]}}
        """)
  }

  @Test(
    "§4.2.2 The __Type Type: what each kind has, and null for what it has not (I5, I6)",
    arguments: [
      (
        "Link",
        """
        {"kind":"SCALAR","name":"Link","description":"A link.",\
        "specifiedByURL":"https://example.com/link","fields":null,"interfaces":null,\
        "possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null,"isOneOf":null}
        """
      ),
      (
        "Leaf",
        """
        {"kind":"OBJECT","name":"Leaf","description":null,"specifiedByURL":null,\
        "fields":[{"name":"id"},{"name":"size"},{"name":"url"}],"interfaces":[{"name":"Node"}],\
        "possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null,"isOneOf":null}
        """
      ),
      (
        "Node",
        """
        {"kind":"INTERFACE","name":"Node","description":null,"specifiedByURL":null,\
        "fields":[{"name":"id"}],"interfaces":[],"possibleTypes":[{"name":"Root"},{"name":"Leaf"}],\
        "enumValues":null,"inputFields":null,"ofType":null,"isOneOf":null}
        """
      ),
      (
        "Result",
        """
        {"kind":"UNION","name":"Result","description":null,"specifiedByURL":null,"fields":null,\
        "interfaces":null,"possibleTypes":[{"name":"Root"},{"name":"Leaf"}],"enumValues":null,\
        "inputFields":null,"ofType":null,"isOneOf":null}
        """
      ),
      (
        "Size",
        """
        {"kind":"ENUM","name":"Size","description":null,"specifiedByURL":null,"fields":null,\
        "interfaces":null,"possibleTypes":null,"enumValues":[{"name":"SMALL"},{"name":"BIG"}],\
        "inputFields":null,"ofType":null,"isOneOf":null}
        """
      ),
      (
        "Choice",
        """
        {"kind":"INPUT_OBJECT","name":"Choice","description":null,"specifiedByURL":null,\
        "fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,\
        "inputFields":[{"name":"a"},{"name":"b"}],"ofType":null,"isOneOf":true}
        """
      ),
      (
        "Filter",
        """
        {"kind":"INPUT_OBJECT","name":"Filter","description":null,"specifiedByURL":null,\
        "fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,\
        "inputFields":[{"name":"words"},{"name":"deep"}],"ofType":null,"isOneOf":false}
        """
      ),
      ("Missing", "null"),
    ])
  func types(name: String, type: String) throws {
    #expect(
      try data(
        """
        { __type(name: "\(name)") { kind name description specifiedByURL fields { name }
          interfaces { name } possibleTypes { name } enumValues { name } inputFields { name }
          ofType { name } isOneOf } }
        """) == "{\"__type\":\(type)}")
  }

  @Test("a wrapper has what it wraps and nothing else; no interfaces are a list (I2, I5, I6)")
  func wrapperFields() throws {
    let nothing = """
      "name":null,"description":null,"specifiedByURL":null,"fields":null,"interfaces":null,\
      "possibleTypes":null,"enumValues":null,"inputFields":null,"isOneOf":null
      """
    #expect(
      try response(
        """
        { __type(name: "Query") { interfaces { name } fields { name type { kind name description
          specifiedByURL fields { name } interfaces { name } possibleTypes { name }
          enumValues { name } inputFields { name } isOneOf ofType { name } } } } }
        """, schema: "type Query { a: [Int] b: Int! }", data: "{}") == """
          {"data":{"__type":{"interfaces":[],"fields":[\
          {"name":"a","type":{"kind":"LIST",\(nothing),"ofType":{"name":"Int"}}},\
          {"name":"b","type":{"kind":"NON_NULL",\(nothing),"ofType":{"name":"Int"}}}]}}}
          """)
  }

  @Test("lists and non-null types wrap, and have no name (I5)")
  func wrappers() throws {
    #expect(
      try data(
        """
        { __type(name: "Root") { fields { type {
          kind name ofType { kind name ofType { kind ofType { kind name ofType { name } } } } } } } }
        """) == """
          {"__type":{"fields":[{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR",\
          "name":"ID","ofType":null}}},{"type":{"kind":"NON_NULL","name":null,"ofType":\
          {"kind":"LIST","name":null,"ofType":{"kind":"LIST","ofType":{"kind":"NON_NULL",\
          "name":null,"ofType":{"name":"Result"}}}}}}]}}
          """)
  }

  @Test("deprecated members are listed when they are asked for, with the reason (I7)")
  func deprecated() throws {
    #expect(
      try data(
        """
        { root: __type(name: "Root") { fields(includeDeprecated: true) { name isDeprecated
            deprecationReason args(includeDeprecated: true) { name isDeprecated } } }
          size: __type(name: "Size") { enumValues(includeDeprecated: true) {
            name isDeprecated deprecationReason } }
          filter: __type(name: "Filter") { inputFields(includeDeprecated: true) {
            name isDeprecated deprecationReason } } }
        """) == """
          {"root":{"fields":[{"name":"id","isDeprecated":false,"deprecationReason":null,"args":[]},\
          {"name":"find","isDeprecated":false,"deprecationReason":null,"args":[{"name":"filter",\
          "isDeprecated":false},{"name":"old","isDeprecated":true}]},{"name":"gone",\
          "isDeprecated":true,"deprecationReason":"No longer supported","args":[]}]},\
          "size":{"enumValues":[{"name":"SMALL","isDeprecated":false,"deprecationReason":null},\
          {"name":"MEDIUM","isDeprecated":true,"deprecationReason":"Never"},{"name":"BIG",\
          "isDeprecated":false,"deprecationReason":null}]},"filter":{"inputFields":[{"name":"words",\
          "isDeprecated":false,"deprecationReason":null},{"name":"deep","isDeprecated":false,\
          "deprecationReason":null},{"name":"was","isDeprecated":true,\
          "deprecationReason":"No longer supported"}]}}
          """)
  }

  @Test("a directive's deprecated arguments are listed when they are asked for (I7, I8)")
  func deprecatedDirectiveArguments() throws {
    let directives = try data(
      """
      { __schema { directives { args { name } all: args(includeDeprecated: true) {
        name isDeprecated deprecationReason defaultValue } } } }
      """)
    #expect(
      directives.hasPrefix(
        """
        {"__schema":{"directives":[{"args":[{"name":"by"}],"all":[{"name":"by",\
        "isDeprecated":false,"deprecationReason":null,"defaultValue":null},{"name":"until",\
        "isDeprecated":true,"deprecationReason":"No longer supported","defaultValue":null}]}
        """))
  }

  @Test("§4.2.4 The __InputValue Type: the default as GraphQL text (I8)")
  func inputValues() throws {
    #expect(
      try data(
        """
        { __type(name: "Root") { fields { args { name description defaultValue type { name } } } }
          filter: __type(name: "Filter") { inputFields { defaultValue } } }
        """) == #"""
          {"__type":{"fields":[{"args":[]},{"args":[{"name":"filter","description":"What to find.",\#
          "defaultValue":"{ words: [\"a\\\"b\"], deep: null }","type":{"name":"Filter"}}]}]},\#
          "filter":{"inputFields":[{"defaultValue":"[\"x\"]"},{"defaultValue":null}]}}
          """#)
  }

  @Test("§4.2.6 The __Directive Type: every location there is, in source order (I9, I10)")
  func locations() throws {
    let executable = [
      "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD",
      "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
    ]
    let typeSystem = [
      "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
      "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ]
    let names = executable + typeSystem
    let response = try response(
      #"{ __schema { directives { locations } } __type(name: "__DirectiveLocation") { enumValues { name } } }"#,
      schema: "type Query { a: Int } directive @d on \(names.reversed().joined(separator: " | "))",
      data: "{}")
    let listed = names.reversed().map { "\"\($0)\"" }.joined(separator: ",")
    let values = names.map { "{\"name\":\"\($0)\"}" }.joined(separator: ",")
    #expect(
      response.hasPrefix(
        #"{"data":{"__schema":{"directives":[{"locations":["# + listed + #"]},{"locations":["#))
    #expect(response.hasSuffix(#""__type":{"enumValues":["# + values + "]}}}"))
  }

  @Test("§4.2.6 The __Directive Type (I8)")
  func directives() throws {
    let directives = try data(
      "{ __schema { directives { name isRepeatable locations args { name } } } }")
    #expect(
      directives.hasPrefix(
        """
        {"__schema":{"directives":[{"name":"mark","isRepeatable":true,\
        "locations":["FIELD","QUERY"],"args":[{"name":"by"}]},{"name":"include",\
        "isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],\
        "args":[{"name":"if"}]}
        """))
  }
}
