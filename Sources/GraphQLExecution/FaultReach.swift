import GraphQLSchema
import GraphQLValidation

/// What can make an enclosing place of a response null, by a null that propagates up to it.
///
/// Spec §6.4.4 Handling Execution Errors.
enum FaultReach: Int, Comparable {
  /// Nothing.
  case none
  /// Arguments that are wrong, which can be told beforehand.
  case arguments
  /// What is only known when it has been executed.
  case any

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// What can go through a field of a type to the object that it belongs to; `layers` are those of the
  /// field's own objects.
  init(through type: FieldType, of resolver: FieldResolver, over layers: [LayerPlan]) {
    guard case .nonNull(let inner) = type else {
      self = .none
      return
    }
    self = max(FaultReach(of: resolver), FaultReach(within: inner, over: layers))
  }

  /// What can make a value of a type null from below.
  private init(within type: FieldType, over layers: [LayerPlan]) {
    switch type {
    case .nonNull(let inner): self.init(within: inner, over: layers)
    case .list(.nonNull(let element)): self.init(within: element, over: layers)
    case .list: self = .none
    case .named: self = layers.map(\.faults).max() ?? .none
    }
  }

  fileprivate init(of resolver: FieldResolver) {
    switch resolver.faults {
    case .none: self = .none
    case .ofArguments: self = .arguments
    case .any: self = .any
    }
  }
}

extension Slot {
  /// Whether the elements of the list that the field is can be written one by one: nothing that happens
  /// in one of them can take back those before it.
  func allowsWindows(in document: ValidatedDocument, variables: VariableValues) -> Bool {
    guard case .list(let element) = type.nullable else { return false }
    guard case .nonNull(.named) = element else {
      if case .named = element { return true }
      return false
    }
    // An element that is null or fails takes the list with it.
    guard FaultReach(of: resolver) < .any else { return false }
    var check = ArgumentCheck(document: document, variables: variables)
    return layers.allSatisfy { $0.faults < .any && check.passes($0) }
  }
}

/// Checks the arguments of all fields from a layer down.
private struct ArgumentCheck {
  let document: ValidatedDocument
  let variables: VariableValues
  private var checked: Set<ObjectIdentifier> = []

  init(document: ValidatedDocument, variables: VariableValues) {
    self.document = document
    self.variables = variables
  }

  /// Whether no field of the layer, or below, fails by its arguments or those of directives.
  mutating func passes(_ layer: LayerPlan) -> Bool {
    guard checked.insert(ObjectIdentifier(layer)).inserted else { return true }
    guard layer.shapes.allSatisfy({ $0.failingCheck(for: variables) == nil }) else { return false }
    for slot in layer.slots where slot.isIncluded(for: variables) {
      guard passes(slot), slot.layers.allSatisfy({ passes($0) }) else { return false }
    }
    return true
  }

  private func passes(_ slot: Slot) -> Bool {
    do {
      let arguments = try slot.arguments.values(
        in: document.document, schema: document.schema, variables: variables)
      if case .ofArguments(let check) = slot.resolver.faults { try check(arguments) }
      return true
    } catch {
      return false
    }
  }
}
