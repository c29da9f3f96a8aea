/// Asks for all that introspection tells about a schema. Spec §4.2 Schema Introspection.
///
/// Types are followed through as many wrappers as a list of lists of lists, each non-null, has.
///
/// With directives on directive definitions, it also asks which directives are deprecated.
func introspectionQuery(_ experiments: Experiments = []) -> String {
  let asksForDeprecation = experiments.contains(.directivesOnDirectives)
  return """
    query IntrospectionQuery {
      __schema {
        description
        queryType { name kind }
        mutationType { name kind }
        subscriptionType { name kind }
        types { ...FullType }
        directives\(asksForDeprecation ? "(includeDeprecated: true)" : "") {
          name
          description
          isRepeatable
          locations
          args(includeDeprecated: true) { ...InputValue }
          \(asksForDeprecation ? "isDeprecated deprecationReason" : "")
        }
      }
    }

    fragment FullType on __Type {
      kind
      name
      description
      specifiedByURL
      isOneOf
      fields(includeDeprecated: true) {
        name
        description
        args(includeDeprecated: true) { ...InputValue }
        type { ...TypeRef }
        isDeprecated
        deprecationReason
      }
      inputFields(includeDeprecated: true) { ...InputValue }
      interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) {
        name
        description
        isDeprecated
        deprecationReason
      }
      possibleTypes { ...TypeRef }
    }

    fragment InputValue on __InputValue {
      name
      description
      type { ...TypeRef }
      defaultValue
      isDeprecated
      deprecationReason
    }

    fragment TypeRef on __Type {
      kind
      name
      ofType {
        kind
        name
        ofType {
          kind
          name
          ofType {
            kind
            name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
          }
        }
      }
    }
    """
}
