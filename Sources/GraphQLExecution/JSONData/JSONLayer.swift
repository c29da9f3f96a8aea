import GraphQLSchema
import JSON

/// The objects of one layer of JSON data; what stands for an object can be any value but null.
final class JSONLayer: Sendable {
  private let objects: [JSONValue]

  init(_ objects: [JSONValue]) {
    self.objects = objects
  }

  var contents: LayerContents { LayerContents(count: objects.count, source: self) }

  /// The property with a name of each object, null where there is none.
  func values(of name: String) -> [JSONValue] { objects.map { $0[name] ?? .null } }
}

/// Resolvers that read the properties of a `JSONLayer`, for every field of a schema's own types.
func propertyBindings(of schema: Schema) -> [FieldCoordinate: FieldResolver] {
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for case .object(let type) in schema.types where !type.name.hasPrefix("__") {
    for field in type.fields {
      let coordinate = FieldCoordinate(type.name, field.name)
      let completion = ValueCompletion(schema: schema, coordinate: coordinate)
      bindings[coordinate] = FieldResolver { call in
        let values = call.source(as: JSONLayer.self).values(of: field.name)
        return completion.column(of: values, as: field.type)
      }
    }
  }
  return bindings
}
