import GraphQLSchema

/// What the selections below a field need, so that a lookup reads that and nothing else.
public struct Lookahead {
  private let layers: [LayerPlan]
  private let variables: VariableValues

  init(layers: [LayerPlan], variables: VariableValues) {
    self.layers = layers
    self.variables = variables
  }

  /// The `requires` bits of all fields selected on one type.
  public func requirements(on type: TypeID) -> UInt64 {
    var requirements: UInt64 = 0
    for layer in layers where layer.type == type {
      requirements |= Self.requirements(of: layer, variables)
    }
    return requirements
  }

  /// The `requires` bits of all fields selected, whatever the type.
  public var requirements: UInt64 {
    layers.reduce(0) { $0 | Self.requirements(of: $1, variables) }
  }

  /// Whether a field is selected on one of the types.
  public func selects(_ field: String) -> Bool {
    layers.contains { layer in
      layer.slots.contains { $0.fieldName == field && $0.isIncluded(for: variables) }
    }
  }

  /// What is needed below a field, whatever its arguments and aliases.
  public func below(_ field: String) -> Lookahead {
    var below: [LayerPlan] = []
    for layer in layers {
      for slot in layer.slots where slot.fieldName == field && slot.isIncluded(for: variables) {
        below += slot.layers
      }
    }
    return Lookahead(layers: below, variables: variables)
  }

  private static func requirements(of layer: LayerPlan, _ variables: VariableValues) -> UInt64 {
    guard layer.hasGuards else { return layer.requirements }
    return layer.slots.reduce(0) { requirements, slot in
      slot.isIncluded(for: variables) ? requirements | slot.resolver.requires : requirements
    }
  }
}
