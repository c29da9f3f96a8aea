import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A directive stands where its definition allows it. Spec §5.7.2 Directives Are in Valid
  /// Locations.
  mutating func checkDirectiveLocation(
    of node: Directive, _ directive: DirectiveType, at location: DirectiveLocation
  ) {
    guard !directive.locations.contains(location.rawValue) else { return }
    errors.report(
      "Directive \"@\(directive.name)\" may not be used on \(location.rawValue).",
      at: node.range.start)
  }
}
