import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// Only operations and fragments can be executed. Spec §5.1.1 Executable Definitions.
  mutating func checkExecutableDefinitions() {
    for definition in document.definitions {
      switch definition {
      case .operation, .fragment: break
      case .schema(let definition):
        errors.report("The schema definition is not executable.", at: definition.range.start)
      case .type(let definition): reportNotExecutable(definition.name, definition.range)
      case .directive(let definition): reportNotExecutable(definition.name, definition.range)
      }
    }
  }

  private mutating func reportNotExecutable(_ name: Name, _ range: SourceRange) {
    errors.report(
      "The \"\(document.text(name))\" definition is not executable.", at: range.start)
  }
}
