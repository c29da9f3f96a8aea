import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// A look at the condition of a `@skip` or `@include` that can be null, though none may be.
///
/// Only a nullable variable with a default gets there, if a request gives it as null all the same.
/// Then the object whose fields are collected fails. Spec §5.8.5 All Variable Usages Are Allowed,
/// §6.3.2 Field Collection.
struct ConditionCheck: Sendable {
  /// When field collection comes to the directive.
  let guardCondition: Guard
  /// The position of the variable.
  let variable: Int
  let directive: Directive

  func fails(for variables: VariableValues) -> Bool {
    variables[variable] == .null && guardCondition.holds(for: variables)
  }

  /// What the object fails with.
  func error(in document: ValidatedDocument, variables: VariableValues) -> ArgumentError {
    let document = (text: document.document, schema: document.schema)
    guard let definition = document.schema.directive(named: directive.name, in: document.text)
    else { preconditionFailure("A validated document uses directives that the schema defines") }
    do throws(ArgumentError) {
      _ = try document.schema.coerceArgumentValues(
        directive.arguments, in: document.text, as: definition.arguments, at: directive.range,
        variables: variables)
    } catch {
      return error
    }
    preconditionFailure("The condition of @skip or @include is null, and yet coerced")
  }
}

extension Shape {
  /// The check that fails first, if one does.
  func failingCheck(for variables: VariableValues) -> ConditionCheck? {
    conditionChecks.first { $0.fails(for: variables) }
  }
}

extension ExecutedLayer {
  /// Whether the fields of the layer's objects cannot be collected for one of the shapes.
  func hasFailingShape(for variables: VariableValues) -> Bool {
    plan.hasConditionChecks && plan.shapes.contains { $0.failingCheck(for: variables) != nil }
  }
}
