import GraphQLSchema

/// When a selection is included, as far as that depends on variables: all conditions must hold.
///
/// `@skip` and `@include` with literals are decided while planning. Spec §3.13.1 @skip, §3.13.2
/// @include.
struct Guard: Hashable, Sendable {
  /// A Boolean variable and the value that it must have.
  struct Condition: Hashable, Comparable, Sendable {
    let variable: Int
    let value: Bool

    static func < (left: Self, right: Self) -> Bool {
      (left.variable, left.value ? 1 : 0) < (right.variable, right.value ? 1 : 0)
    }
  }

  static let always = Guard(conditions: [])

  /// Sorted, each once.
  private(set) var conditions: [Condition]

  var isAlways: Bool { conditions.isEmpty }

  /// Both guards; nil if they exclude each other.
  func and(_ other: Guard) -> Guard? {
    if other.isAlways { return self }
    if isAlways { return other }
    var both = self
    for condition in other.conditions {
      guard let next = both.adding(condition) else { return nil }
      both = next
    }
    return both
  }

  /// This guard with one more condition; nil if it can then never hold.
  func adding(_ condition: Condition) -> Guard? {
    if conditions.contains(condition) { return self }
    let opposite = Condition(variable: condition.variable, value: !condition.value)
    if conditions.contains(opposite) { return nil }
    return Guard(conditions: (conditions + [condition]).sorted())
  }

  func holds(for variables: VariableValues) -> Bool {
    conditions.allSatisfy { variables[$0.variable] == .boolean($0.value) }
  }
}
