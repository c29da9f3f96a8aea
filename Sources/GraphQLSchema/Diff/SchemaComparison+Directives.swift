/// Directives, their arguments and locations.
extension SchemaComparison {
  mutating func compareDirectives() {
    let directives = NameComparison(old.directives, new.directives, name: \.name)
    for directive in directives.removed {
      report(.directiveRemoved, "Directive @\(directive.name) was removed.")
    }
    for (oldDirective, newDirective) in directives.persisted { compare(oldDirective, newDirective) }
  }

  private mutating func compare(_ oldDirective: DirectiveType, _ newDirective: DirectiveType) {
    let name = "@\(oldDirective.name)"
    let arguments = NameComparison(oldDirective.arguments, newDirective.arguments, name: \.name)
    for argument in arguments.added where argument.isRequired {
      report(
        .requiredDirectiveArgumentAdded, "A required argument \(name)(\(argument.name):) was added."
      )
    }
    for argument in arguments.removed {
      report(.directiveArgumentRemoved, "Argument \(name)(\(argument.name):) was removed.")
    }
    for (oldArgument, newArgument) in arguments.persisted {
      compare(oldArgument, newArgument, coordinate: "\(name)(\(oldArgument.name):)")
    }
    if oldDirective.isRepeatable, !newDirective.isRepeatable {
      report(.directiveRepeatableRemoved, "Repeatable flag was removed from \(name).")
    }
    for location in oldDirective.locations where !newDirective.locations.contains(location) {
      report(.directiveLocationRemoved, "\(location) was removed from \(name).")
    }
  }
}
