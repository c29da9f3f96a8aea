import GraphQLExecution
import GraphQLSchema

/// Every field of Schema.graphql with its resolver.
func catalogBindings(of schema: Schema) -> [FieldCoordinate: FieldResolver] {
  let types: [(String, [String: FieldResolver])] = [
    ("Query", queryBindings()),
    ("Query", nodeBindings(schema)),
    ("Query", searchBindings(schema)),
    ("Query", ["catalog": catalogField()]),
    ("Catalog", catalogFields()),
    ("Package", packageBindings()),
    ("Grid", gridBindings()),
    ("Category", categoryBindings()),
    ("GridPackage", gridPackageBindings()),
    ("Feature", featureBindings()),
    ("Element", elementBindings()),
    ("PackageConnection", connectionBindings()),
    ("PackageEdge", edgeBindings()),
    ("GridConnection", connectionBindings()),
    ("GridEdge", edgeBindings()),
    ("PageInfo", pageInfoBindings()),
  ]
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for (type, fields) in types {
    for (field, resolver) in fields {
      bindings[FieldCoordinate(type, field)] = resolver
    }
  }
  return bindings
}
