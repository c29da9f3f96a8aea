import GraphQLLanguage
import GraphQLSchema

/// When two fields ask for the same thing. Spec §5.3.2 Field Selection Merging, FieldsInSetCanMerge.
extension Document {
  /// Whether two fields have the same name and the same arguments, in any order.
  ///
  /// Fields that are the same as a third one are the same as each other.
  func isSameField(_ first: Field, _ second: Field) -> Bool {
    guard first.name.hasSameText(as: second.name, in: self) else { return false }
    if first.arguments.isEmpty, second.arguments.isEmpty { return true }
    // An argument given twice makes the answer depend on which of the fields comes first.
    return haveSameArguments(first, second) && haveSameArguments(second, first)
  }

  /// Whether two fields have the same arguments, in any order.
  func haveSameArguments(_ first: Field, _ second: Field) -> Bool {
    haveSameArguments(first.arguments, second.arguments)
  }

  /// Whether two lists of arguments are the same, in any order.
  func haveSameArguments(_ first: NodeRange<Argument>, _ second: NodeRange<Argument>) -> Bool {
    guard first.count == second.count else { return false }
    guard first.count > Self.fewArguments else {
      let others = self[second]
      return self[first].allSatisfy { argument in
        // Of arguments with one name, which another rule refuses, the last one counts.
        others.last { $0.name.hasSameText(as: argument.name, in: self) }
          .map { isSameValue(self[argument.value], self[$0.value]) } ?? false
      }
    }
    var names = NameTable(self, capacity: second.count)
    var others: [NodeIndex<Value>] = []
    for argument in self[second] {
      let number = names.insert(argument.name)
      if number == others.count { others.append(argument.value) }
      others[number] = argument.value
    }
    return self[first].allSatisfy { argument in
      names.number(of: argument.name)
        .map { isSameValue(self[argument.value], self[others[$0]]) } ?? false
    }
  }

  /// So many arguments are compared each with each.
  private static var fewArguments: Int { 8 }

  /// Whether two values are written alike, but for white space and the order of object fields.
  private func isSameValue(_ first: Value, _ second: Value) -> Bool {
    switch (first.kind, second.kind) {
    case (.list(let first), .list(let second)):
      first.count == second.count && zip(self[first], self[second]).allSatisfy(isSameValue)
    case (.object(let first), .object(let second)):
      first.count == second.count
        && zip(sortedFields(first), sortedFields(second)).allSatisfy { first, second in
          first.name.hasSameText(as: second.name, in: self)
            && isSameValue(self[first.value], self[second.value])
        }
    case (.variable(let first), .variable(let second)): first.hasSameText(as: second, in: self)
    case (.string(let isBlock), .string(let isOtherBlock)):
      isBlock == isOtherBlock && string(of: first) == string(of: second)
    case (.int, .int), (.float, .float), (.boolean, .boolean), (.null, .null), (.enum, .enum):
      text(first.range) == text(second.range)
    default: false
    }
  }

  private func sortedFields(_ fields: NodeRange<ObjectField>) -> [ObjectField] {
    self[fields].sorted { text($0.name) < text($1.name) }
  }
}

/// When two fields cannot give the same sort of value. Spec §5.3.2 Field Selection Merging,
/// SameResponseShape.
extension Schema {
  /// Whether lists and non-null forms differ, or one is a leaf and the other something else.
  func haveConflictingShapes(_ first: FieldType, _ second: FieldType) -> Bool {
    switch (first, second) {
    case (.list(let first), .list(let second)): haveConflictingShapes(first, second)
    case (.list, _), (_, .list): true
    case (.nonNull(let first), .nonNull(let second)): haveConflictingShapes(first, second)
    case (.nonNull, _), (_, .nonNull): true
    case (.named(let first), .named(let second)):
      first != second && (self[first].isLeaf || self[second].isLeaf)
    }
  }
}
