import GraphQLLanguage

/// No default value of an input object is a part of itself.
///
/// Spec §3.10 Input Objects, InputObjectDefaultValueHasCycle.
extension TypeSystemRules {
  /// A field whose default is being followed, and the fields whose defaults are parts of it.
  private struct Step {
    let field: InputFieldID
    let parts: [InputFieldID]
    var next = 0
  }

  /// Follows the defaults that an empty object of a type takes, each field once, depth first
  /// without recursion.
  mutating func checkDefaultCycles(from id: TypeID) {
    for field in defaultedParts(of: .none, as: id) where !finishedFields.contains(field) {
      var path = [Step(field: field, parts: defaultedParts(ofDefaultOf: field))]
      finishedFields.insert(field)
      var depths = [field: 0]
      while !errors.isAborted, var step = path.popLast() {
        guard step.next < step.parts.count else {
          depths[step.field] = nil
          defaultedFields.append(step.field)
          continue
        }
        let part = step.parts[step.next]
        step.next += 1
        path.append(step)
        if let depth = depths[part] {
          report(path[depth...].map(\.field))
        } else if finishedFields.insert(part).inserted {
          depths[part] = path.count
          path.append(Step(field: part, parts: defaultedParts(ofDefaultOf: part)))
        }
      }
    }
  }

  private mutating func report(_ cycle: [InputFieldID]) {
    let others = cycle.dropFirst().map(coordinate)
    let via = others.isEmpty ? "" : " via the default values of: \(others.joined(separator: ", "))"
    errors.report(
      "Invalid circular reference. The default value of Input Object field "
        + "\(coordinate(cycle[0])) references itself\(via).",
      at: cycle.compactMap { field in
        defaultLiteral(of: field).map { $0.range.start }
      })
  }

  private func coordinate(_ field: InputFieldID) -> String {
    "\(schema[field.type].name).\(schema[field.type].inputFields[field.index].name)"
  }

  private func defaultLiteral(of field: InputFieldID) -> Value? {
    inputFieldNodes[field.type.index][field.index].defaultValue.map { draft.document[$0] }
  }

  /// The fields whose defaults are parts of the default of a field.
  private func defaultedParts(ofDefaultOf field: InputFieldID) -> [InputFieldID] {
    let type = schema[field.type].inputFields[field.index].type.namedType
    return defaultLiteral(of: field).map { defaultedParts(of: $0, as: type) } ?? []
  }

  /// The fields that are absent in an object literal, or in the objects within it, and have a
  /// default of input object type; without a literal, all fields are absent.
  private func defaultedParts(of value: Value?, as id: TypeID) -> [InputFieldID] {
    guard case .inputObject(let type) = schema[id] else { return [] }
    let document = draft.document
    var given: [Value?] = Array(repeating: nil, count: type.fields.count)
    switch value?.kind {
    case .list(let items):
      return document[items].flatMap { defaultedParts(of: $0, as: id) }
    case .object(let nodes):
      for node in document[nodes] {
        if let index = schema.memberIndex(named: node.name, in: document, of: id) {
          given[index] = document[node.value]
        }
      }
    case .variable, .int, .float, .string, .boolean, .null, .enum: return []
    case nil: break
    }
    var parts: [InputFieldID] = []
    for (index, field) in type.fields.enumerated() {
      guard case .inputObject = schema[field.type.namedType] else { continue }
      if let value = given[index] {
        parts += defaultedParts(of: value, as: field.type.namedType)
      } else if field.defaultValueText != nil {
        parts.append(InputFieldID(type: id, index: index))
      }
    }
    return parts
  }
}
