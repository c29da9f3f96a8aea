import GraphQLExecution
import GraphQLSchema

/// Has every field that takes a number of objects refuse more than the limit.
///
/// Which fields those are is the schema's to say, so that none is forgotten.
func limitingPages(
  to maximum: Int, _ bindings: [FieldCoordinate: FieldResolver], of schema: Schema
) -> [FieldCoordinate: FieldResolver] {
  var bindings = bindings
  for case .object(let type) in schema.types {
    for field in type.fields {
      let names = field.arguments.map(\.name).filter { $0 == "first" || $0 == "last" }
      let coordinate = FieldCoordinate(type.name, field.name)
      guard !names.isEmpty, let resolver = bindings[coordinate] else { continue }
      bindings[coordinate] = resolver.preceded { arguments in
        for name in names {
          guard let count = try arguments.count(name), count > maximum else { continue }
          throw FieldError(
            "Argument \"\(name)\" asks for \(count) objects; the limit is \(maximum).",
            code: .limitExceeded)
        }
      }
    }
  }
  return bindings
}
