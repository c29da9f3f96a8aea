import GraphQLExecution
import GraphQLSchema

/// Every field of Schema.graphql with its resolver.
func catalogBindings(of schema: Schema) -> [FieldCoordinate: FieldResolver] {
  let entityTypes = EntityTypes(schema)
  let types: [(String, [String: FieldResolver])] = [
    ("Query", queryBindings()),
    ("Query", nodeBindings(entityTypes)),
    ("Query", searchBindings(schema)),
    ("Query", ["catalog": catalogField(), "changes": changesField()]),
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
    ("Change", changeBindings(entityTypes)),
    ("FieldChange", fieldChangeBindings()),
    ("Mutation", mutationBindings()),
    ("PackagePayload", objectPayload("package")),
    ("GridPayload", objectPayload("grid")),
    ("CategoryPayload", objectPayload("category")),
    ("GridPackagePayload", objectPayload("gridPackage")),
    ("FeaturePayload", objectPayload("feature")),
    ("ElementPayload", objectPayload("element")),
    ("UpsertPackagesPayload", upsertPayload("packages")),
    ("UpsertGridsPayload", upsertPayload("grids")),
    ("UpsertCategoriesPayload", upsertPayload("categories")),
    ("DeletePayload", deletePayload()),
    ("ChangePayload", changePayload()),
  ]
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for (type, fields) in types {
    for (field, resolver) in fields {
      bindings[FieldCoordinate(type, field)] = resolver
    }
  }
  return bindings
}
