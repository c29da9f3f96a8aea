import JSON

/// The rows that a response's `data` holds, for the formats that have rows.
///
/// They are the items of the first list of objects, in document order and outermost first. If there
/// is no such list, `data` is one row (its only member, if that is an object), or none at all if its
/// first member is an empty list.
func responseRows(of data: JSONValue) -> [JSONValue] {
  if let list = firstListOfObjects(in: data) { return list }
  guard case .object(let members) = data else { return [] }
  switch (members.first?.value, members.count) {
  case (.array(let empty), _) where empty.isEmpty: return []
  case (.object, 1): return members.map(\.value)
  case (.null, 1): return []
  default: return [data]
  }
}

/// The name of the first member of `data`, if that is an empty list and so there are no rows.
func emptyListOfRows(in data: JSONValue) -> String? {
  guard case .object(let members) = data, let first = members.first,
    case .array(let elements) = first.value, elements.isEmpty, responseRows(of: data).isEmpty
  else { return nil }
  return first.name
}

private func firstListOfObjects(in value: JSONValue) -> [JSONValue]? {
  switch value {
  case .array(let elements):
    let hasObject = elements.contains { if case .object = $0 { true } else { false } }
    return hasObject ? elements : nil
  case .object(let members):
    for member in members {
      if let list = firstListOfObjects(in: member.value) { return list }
    }
    return nil
  case .null, .boolean, .int, .number, .string:
    return nil
  }
}
