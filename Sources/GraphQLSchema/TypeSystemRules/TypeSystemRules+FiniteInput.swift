import GraphQLLanguage

/// Every input object type has a finite value.
///
/// Spec §3.10 Input Objects, InputObjectHasUnbreakableCycle.
extension TypeSystemRules {
  /// A field that needs an object of `target` in every value, or, in a oneOf type, if it is the one.
  private struct Need {
    let field: InputFieldID
    let target: TypeID
  }

  mutating func checkFiniteInputObjects() {
    let needs = schema.types.indices.map { self.needs(of: TypeID($0)) }
    let isFinite = finiteTypes(needs)
    var visited: Set<TypeID> = []
    for index in needs.indices where !isFinite[index] {
      reportCycles(from: TypeID(index), needs, isFinite, &visited)
    }
  }

  private func needs(of id: TypeID) -> [Need] {
    guard case .inputObject(let type) = schema[id] else { return [] }
    return type.fields.enumerated().compactMap { index, field in
      let target: FieldType
      if type.isOneOf {
        target = field.type
      } else if case .nonNull(let nullable) = field.type {
        target = nullable
      } else {
        return nil
      }
      guard case .named(let named) = target, case .inputObject = schema[named] else { return nil }
      return Need(field: InputFieldID(type: id, index: index), target: named)
    }
  }

  /// Which types have a finite value: spreads from those that need none to those that need them.
  private func finiteTypes(_ needs: [[Need]]) -> [Bool] {
    var isFinite = needs.map { _ in false }
    var dependents: [[TypeID]] = needs.map { _ in [] }
    var openNeeds = needs.map(\.count)
    var finite: [TypeID] = []
    for (index, list) in needs.enumerated() {
      for need in list { dependents[need.target.index].append(TypeID(index)) }
      let fieldCount = schema.types[index].inputFields.count
      let hasOtherField = fieldCount == 0 || list.count < fieldCount
      if isOneOf(TypeID(index)) ? hasOtherField : list.isEmpty {
        isFinite[index] = true
        finite.append(TypeID(index))
      }
    }
    while let type = finite.popLast() {
      for dependent in dependents[type.index] where !isFinite[dependent.index] {
        openNeeds[dependent.index] -= 1
        if isOneOf(dependent) || openNeeds[dependent.index] == 0 {
          isFinite[dependent.index] = true
          finite.append(dependent)
        }
      }
    }
    return isFinite
  }

  private func isOneOf(_ id: TypeID) -> Bool {
    if case .inputObject(let type) = schema[id] { type.isOneOf } else { false }
  }

  /// Follows the needs of a type through those without a finite value, each type once, depth first
  /// without recursion; reports where it comes back to one on the way.
  private mutating func reportCycles(
    from id: TypeID, _ needs: [[Need]], _ isFinite: [Bool], _ visited: inout Set<TypeID>
  ) {
    guard visited.insert(id).inserted else { return }
    var steps = [(type: id, next: 0)]
    var path: [InputFieldID] = []
    var depths = [id: 0]
    while !errors.isAborted, let (type, next) = steps.popLast() {
      guard next < needs[type.index].count else {
        depths[type] = nil
        _ = path.popLast()
        continue
      }
      steps.append((type, next + 1))
      let need = needs[type.index][next]
      guard !isFinite[need.target.index] else { continue }
      path.append(need.field)
      if let depth = depths[need.target] {
        report(Array(path[depth...]), of: need.target)
        path.removeLast()
      } else if visited.insert(need.target).inserted {
        depths[need.target] = path.count
        steps.append((need.target, 0))
      } else {
        path.removeLast()
      }
    }
  }

  private mutating func report(_ cycle: [InputFieldID], of type: TypeID) {
    let names = cycle.map { field in
      "\(schema[field.type].name).\(schema[field.type].inputFields[field.index].name)"
    }
    errors.report(
      "Input Object \(schema[type].name) cannot be provided a finite value because it references "
        + "itself through fields: \(names.joined(separator: ", ")).",
      at: cycle.map { inputFieldNodes[$0.type.index][$0.index].range.start })
  }
}
