import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A directive is used that the schema does not have. Spec §5.7.1 Directives Are Defined.
  mutating func reportUnknownDirective(_ node: Directive) {
    errors.report("Unknown directive \"@\(document.text(node.name))\".", at: node.range.start)
  }
}
