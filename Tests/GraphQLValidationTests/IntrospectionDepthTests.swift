import Testing

@Suite("Introspection depth (I11)")
struct IntrospectionDepthTests {
  @Test(
    "accepts the lists that tools ask for",
    arguments: [
      #"""
      { __schema { types { fields { type { name } args { type { name } } } possibleTypes { \#
      name } } } }
      """#,
      #"{ __type(name: "Band") { fields { type { fields { name } } } } }"#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document, limitsIntrospectionDepth: true) == [])
  }

  @Test("accepts the query by which tools read a whole schema")
  func acceptsWholeSchema() throws {
    let wrappers = String(repeating: "ofType { kind name ", count: 9)
    let document = """
      query Everything {
        __schema {
          description
          queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...WholeType }
          directives {
            name description isRepeatable locations
            args(includeDeprecated: true) { ...WholeInput }
          }
        }
      }
      fragment WholeType on __Type {
        kind name description specifiedByURL isOneOf
        fields(includeDeprecated: true) {
          name description isDeprecated deprecationReason
          args(includeDeprecated: true) { ...WholeInput }
          type { ...WrappedType }
        }
        inputFields(includeDeprecated: true) { ...WholeInput }
        interfaces { ...WrappedType }
        enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
        possibleTypes { ...WrappedType }
      }
      fragment WholeInput on __InputValue {
        name description type { ...WrappedType } defaultValue isDeprecated deprecationReason
      }
      fragment WrappedType on __Type { kind name \(wrappers)\(String(repeating: "}", count: 10))
      """
    #expect(try errors(in: document, limitsIntrospectionDepth: true) == [])
  }

  @Test(
    "refuses lists three deep, also through fragments",
    arguments: [
      Refusal(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        Problem(
          "Maximum introspection depth exceeded",
          "1:3")),
      Refusal(
        #"""
        { __type(name: "Band") { interfaces { possibleTypes { ...F } } } a: __type(name: \#
        "Venue") { ...F } }
        fragment F on __Type { inputFields { name } ...G }
        fragment G on __Type { kind }
        """#,
        Problem(
          "Maximum introspection depth exceeded",
          "1:3")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(
      try errors(in: refusal.document, limitsIntrospectionDepth: true) == refusal.errors)
    #expect(try errors(in: refusal.document) == [], "unless the depth is limited")
  }
}
