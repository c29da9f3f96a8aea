import GraphQLLanguage
import GraphQLSchema

/// A field that a request uses and not everyone may.
public struct RestrictedField: Sendable, Equatable {
  /// Which field it is.
  public let coordinate: FieldCoordinate
  /// The role that its definition asks for by `@requires`.
  public let role: String
  /// Where the document selects it first.
  public let location: SourceLocation
}

extension OperationPlan {
  /// The fields of this request that ask for a role, each once, in the order in which the response
  /// would have them. To be looked at before anything is executed.
  ///
  /// Costs nothing where the operation has none, whatever the variables.
  public func restrictedFields(for variables: VariableValues) -> [RestrictedField] {
    guard root.hasRestrictedFields else { return [] }
    var search = RestrictedFieldSearch(document: document.document, variables: variables)
    search.visit(root, shape: 0)
    let locations = document.document.source.locations(at: search.found.map(\.offset))
    return zip(search.found, locations).map { found, location in
      RestrictedField(coordinate: found.coordinate, role: found.role, location: location)
    }
  }
}

/// Goes through a plan as its response would be written, each layer once for each of its shapes.
private struct RestrictedFieldSearch {
  let document: Document
  let variables: VariableValues
  private(set) var found: [(coordinate: FieldCoordinate, role: String, offset: Int32)] = []
  private var seen: Set<Place> = []
  private var seenCoordinates: Set<FieldCoordinate> = []

  private struct Place: Hashable {
    let layer: ObjectIdentifier
    let shape: Int
  }

  init(document: Document, variables: VariableValues) {
    self.document = document
    self.variables = variables
  }

  mutating func visit(_ layer: LayerPlan, shape: Int) {
    guard layer.hasRestrictedFields,
      seen.insert(Place(layer: ObjectIdentifier(layer), shape: shape)).inserted
    else { return }
    for (_, entry) in layer.shapes[shape].includedEntries(for: variables) {
      guard case .slot(let index, let childShape) = entry.value else { continue }
      let slot = layer.slots[index]
      if let role = slot.requiredRole {
        let coordinate = FieldCoordinate(layer.typeName, slot.fieldName)
        let first = entry.occurrences.first { $0.guardCondition.holds(for: variables) }
        if let first, seenCoordinates.insert(coordinate).inserted {
          found.append((coordinate, role, document[first.node].range.start))
        }
      }
      for child in slot.layers { visit(child, shape: childShape) }
    }
  }
}
