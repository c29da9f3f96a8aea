import GraphQLLanguage

/// What every schema has without defining it, as a document: the built-in scalars and directives,
/// the introspection types, and the meta-fields as fields of `__MetaFields`.
///
/// Spec §3.5 Scalars, §3.13 Directives, §4.2 Schema Introspection.
func builtInDefinitions(with options: SchemaOptions) -> Document {
  switch (options.allowsDirectivesOnDirectiveDefinitions, options.definesDeferAndStream) {
  case (false, false): builtInDefinitions
  case (true, false): builtInDefinitionsWithDirectivesOnDirectives
  case (false, true): builtInDefinitionsWithDeferAndStream
  case (true, true): allBuiltInDefinitions
  }
}

/// What a schema of the September 2025 edition has without defining it.
let builtInDefinitions = parseBuiltInDefinitions(SchemaOptions())

private let builtInDefinitionsWithDirectivesOnDirectives = parseBuiltInDefinitions(
  SchemaOptions(allowsDirectivesOnDirectiveDefinitions: true))

private let builtInDefinitionsWithDeferAndStream = parseBuiltInDefinitions(
  SchemaOptions(definesDeferAndStream: true))

private let allBuiltInDefinitions = parseBuiltInDefinitions(
  SchemaOptions(allowsDirectivesOnDirectiveDefinitions: true, definesDeferAndStream: true))

private func parseBuiltInDefinitions(_ options: SchemaOptions) -> Document {
  var parseOptions = ParseOptions()
  parseOptions.allowsDirectivesOnDirectiveDefinitions =
    options.allowsDirectivesOnDirectiveDefinitions
  do {
    return try parseDocument(
      Source(builtInSource(options), name: "built-in definitions"), options: parseOptions)
  } catch {
    preconditionFailure("the built-in definitions are a document, but for \(error)")
  }
}

/// The type in `builtInDefinitions` that holds the meta-fields and is no type of a schema.
let metaFieldsTypeName = "__MetaFields"

private func builtInSource(_ options: SchemaOptions) -> String {
  let hasDirectivesOnDirectives = options.allowsDirectivesOnDirectiveDefinitions
  return #"""
    "A whole number that fits 32 bits with its sign: -2147483648 to 2147483647."
    scalar Int

    "A finite number in double precision, as IEEE 754 has it; whole numbers are welcome too."
    scalar Float

    "A text: any sequence of Unicode characters."
    scalar String

    "`true` or `false`."
    scalar Boolean

    """
    What tells one object from the others. Answers write it as a string; arguments may also be whole numbers.

    It is meant for programs to pass on, not for people to read.
    """
    scalar ID

    "Includes this field or fragment only if the condition holds."
    directive @include(
      "Whether to include it."
      if: Boolean!
    ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

    "Leaves this field or fragment out if the condition holds."
    directive @skip(
      "Whether to leave it out."
      if: Boolean!
    ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

    "Marks a part of the schema that still works but should no longer be used."
    directive @deprecated(
      "Why, and what to use instead; Markdown."
      reason: String! = "No longer supported"
    ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
    \#(hasDirectivesOnDirectives ? "| DIRECTIVE_DEFINITION" : "")

    "Says where the behaviour of a custom scalar is written down."
    directive @specifiedBy(
      "The address of the specification."
      url: String!
    ) on SCALAR

    "Makes exactly one field of an input object required: the others must be absent, and it must not be null."
    directive @oneOf on INPUT_OBJECT

    \#(options.definesDeferAndStream ? deferAndStreamSource : "")

    "A GraphQL schema: what can be asked of this service."
    type __Schema {
      "What the schema as a whole is about."
      description: String
      "Every type of the schema, these ones included."
      types: [__Type!]!
      "Where queries start."
      queryType: __Type!
      "Where mutations start; null if there are none."
      mutationType: __Type
      "Where subscriptions start; null if there are none."
      subscriptionType: __Type
      "Every directive that documents may use."
      directives\#(hasDirectivesOnDirectives ? includeDeprecatedSource : ""): [__Directive!]!
    }

    "A directive: a way to change how a part of a document is treated."
    type __Directive {
      "The name, without `@`."
      name: String!
      "What the directive does."
      description: String
      "Whether one place may have the directive more than once."
      isRepeatable: Boolean!
      "Where the directive may stand."
      locations: [__DirectiveLocation!]!
      "What the directive takes."
      args(
        "Whether to list deprecated arguments too."
        includeDeprecated: Boolean! = false
      ): [__InputValue!]!
      \#(hasDirectivesOnDirectives ? directiveDeprecationSource : "")
    }

    "A place in a document where a directive can stand."
    enum __DirectiveLocation {
      "On a query."
      QUERY
      "On a mutation."
      MUTATION
      "On a subscription."
      SUBSCRIPTION
      "On a field that is selected."
      FIELD
      "On the definition of a fragment."
      FRAGMENT_DEFINITION
      "On the spread of a fragment."
      FRAGMENT_SPREAD
      "On an inline fragment."
      INLINE_FRAGMENT
      "On the definition of a variable."
      VARIABLE_DEFINITION
      "On the schema."
      SCHEMA
      "On a scalar."
      SCALAR
      "On an object type."
      OBJECT
      "On the definition of a field."
      FIELD_DEFINITION
      "On the definition of an argument."
      ARGUMENT_DEFINITION
      "On an interface."
      INTERFACE
      "On a union."
      UNION
      "On an enum."
      ENUM
      "On a value of an enum."
      ENUM_VALUE
      "On an input object type."
      INPUT_OBJECT
      "On a field of an input object type."
      INPUT_FIELD_DEFINITION
      \#(hasDirectivesOnDirectives ? directiveDefinitionLocationSource : "")
    }

    "A type of the schema, or a list or non-null form of one. `kind` tells which of the fields say something."
    type __Type {
      "What sort of type this is."
      kind: __TypeKind!
      "The name; null for lists and non-null forms."
      name: String
      "What the type stands for."
      description: String
      "Where the behaviour of a custom scalar is written down."
      specifiedByURL: String
      "The fields of an object type or interface."
      fields(
        "Whether to list deprecated fields too."
        includeDeprecated: Boolean! = false
      ): [__Field!]
      "The interfaces that an object type or interface implements."
      interfaces: [__Type!]
      "The object types that a value of an interface or union can have."
      possibleTypes: [__Type!]
      "The values of an enum."
      enumValues(
        "Whether to list deprecated values too."
        includeDeprecated: Boolean! = false
      ): [__EnumValue!]
      "The fields of an input object type."
      inputFields(
        "Whether to list deprecated fields too."
        includeDeprecated: Boolean! = false
      ): [__InputValue!]
      "The type that a list is of, or that a non-null form is of."
      ofType: __Type
      "Whether exactly one field of an input object type must be given."
      isOneOf: Boolean
    }

    "A field of an object type or interface: a name, what it takes and what it gives."
    type __Field {
      "The name."
      name: String!
      "What the field gives."
      description: String
      "What the field takes."
      args(
        "Whether to list deprecated arguments too."
        includeDeprecated: Boolean! = false
      ): [__InputValue!]!
      "The type of what it gives."
      type: __Type!
      "Whether the field should no longer be used."
      isDeprecated: Boolean!
      "Why not, if so."
      deprecationReason: String
    }

    "An argument, or a field of an input object type."
    type __InputValue {
      "The name."
      name: String!
      "What the value means."
      description: String
      "The type of the value."
      type: __Type!
      "What counts if the value is left out, as a GraphQL literal; null if nothing does."
      defaultValue: String
      "Whether the value should no longer be given."
      isDeprecated: Boolean!
      "Why not, if so."
      deprecationReason: String
    }

    "One of the values of an enum."
    type __EnumValue {
      "The name, which is how answers write it."
      name: String!
      "What the value means."
      description: String
      "Whether the value should no longer be used."
      isDeprecated: Boolean!
      "Why not, if so."
      deprecationReason: String
    }

    "The sorts of types."
    enum __TypeKind {
      "A single value."
      SCALAR
      "A type with fields. See `fields` and `interfaces`."
      OBJECT
      "Fields that several types have in common. See `fields`, `interfaces` and `possibleTypes`."
      INTERFACE
      "Any of several object types. See `possibleTypes`."
      UNION
      "One of a few names. See `enumValues`."
      ENUM
      "A structured argument. See `inputFields`."
      INPUT_OBJECT
      "Several values of a type. See `ofType`."
      LIST
      "A type without null. See `ofType`."
      NON_NULL
    }

    type __MetaFields {
      "The name of the object's type."
      __typename: String!
      "The schema of this service."
      __schema: __Schema!
      "The type with a name; null if there is none."
      __type(
        "The name, in its exact case."
        name: String!
      ): __Type
    }
    """#
}

/// Draft of incremental delivery: the directives alone.
private let deferAndStreamSource = #"""
  "Lets a fragment come later than the rest of the response."
  directive @defer(
    "Whether it may."
    if: Boolean! = true
    "What the late part is called; each name once in a document."
    label: String
  ) on FRAGMENT_SPREAD | INLINE_FRAGMENT

  "Lets the items of a list come later than the rest of the response."
  directive @stream(
    "Whether they may."
    if: Boolean! = true
    "What the late part is called; each name once in a document."
    label: String
    "How many items come at once."
    initialCount: Int = 0
  ) on FIELD
  """#

private let includeDeprecatedSource = #"""
  (
    "Whether to list deprecated directives too."
    includeDeprecated: Boolean! = false
  )
  """#

private let directiveDeprecationSource = #"""
  "Whether the directive should no longer be used."
  isDeprecated: Boolean!
  "Why not, if so."
  deprecationReason: String
  """#

private let directiveDefinitionLocationSource = #"""
  "On the definition of a directive."
  DIRECTIVE_DEFINITION
  """#
