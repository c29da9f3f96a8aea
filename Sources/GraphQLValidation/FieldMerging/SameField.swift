import GraphQLLanguage
import GraphQLSchema

/// When two fields ask for the same thing. Spec §5.3.2 Field Selection Merging, FieldsInSetCanMerge.
extension Document {
  /// Whether two fields have the same name and the same arguments, in any order.
  func isSameField(_ first: Field, _ second: Field) -> Bool {
    first.name.hasSameText(as: second.name, in: self) && haveSameArguments(first, second)
  }

  /// Whether two fields have the same arguments, in any order.
  func haveSameArguments(_ first: Field, _ second: Field) -> Bool {
    haveSameArguments(first.arguments, second.arguments)
  }

  /// Whether two lists of arguments are the same, in any order.
  func haveSameArguments(_ first: NodeRange<Argument>, _ second: NodeRange<Argument>) -> Bool {
    guard first.count == second.count else { return false }
    let others = self[second]
    return self[first].allSatisfy { argument in
      // Of arguments with one name, which another rule refuses, the last one counts.
      others.last { $0.name.hasSameText(as: argument.name, in: self) }
        .map { isSameValue(self[argument.value], self[$0.value]) } ?? false
    }
  }

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
