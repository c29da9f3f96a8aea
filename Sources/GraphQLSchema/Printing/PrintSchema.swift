import GraphQLLanguage

/// A schema as a document in the layout of the reference implementation.
///
/// Directives come before types, each in source order or, if `isSorted`, in the natural order of
/// their names, with everything in them. What every schema has built in is left out, and so is the
/// schema definition where it says nothing. Applied directives other than those of the
/// specification are not printed. Spec §3 Type System.
public func printSchema(_ schema: Schema, isSorted: Bool = false) -> String {
  SchemaPrinter(schema: schema, isSorted: isSorted).text
}

/// Prints the parts of a schema.
private struct SchemaPrinter {
  let schema: Schema
  let isSorted: Bool

  private static let builtInDirectives = Set(
    builtInDefinitions.definitions.compactMap { definition -> String? in
      guard case .directive(let directive) = definition else { return nil }
      return builtInDefinitions.text(directive.name)
    })

  var text: String {
    let directives = schema.directives.filter {
      !$0.isBuiltIn && !Self.builtInDirectives.contains($0.name)
    }
    let types = schema.types.filter { BuiltInScalar(rawValue: $0.name) == nil }
      .filter { !$0.isIntrospectionType }
    let parts =
      (schemaDefinition.map { [$0] } ?? [])
      + sorted(directives, by: \.name).map(text(of:)) + sorted(types, by: \.name).map(text(of:))
    return parts.joined(separator: "\n\n")
  }

  private func sorted<Element>(
    _ elements: [Element], by name: KeyPath<Element, String>
  ) -> [Element] {
    guard isSorted else { return elements }
    return elements.sorted { naturallyPrecedes($0[keyPath: name], $1[keyPath: name]) }
  }

  // MARK: Definitions

  /// Nil if the roots have their default names, no other type has one, and nothing is described.
  private var schemaDefinition: String? {
    let roots: [(operation: String, type: TypeID?, defaultName: String)] = [
      ("query", schema.queryType, "Query"), ("mutation", schema.mutationType, "Mutation"),
      ("subscription", schema.subscriptionType, "Subscription"),
    ]
    let hasDefaultNames = roots.allSatisfy { $0.type == schema.typeID(named: $0.defaultName) }
    if schema.description == nil, hasDefaultNames { return nil }
    let lines = roots.compactMap { root in
      root.type.map { "  \(root.operation): \(schema[$0].name)\n" }
    }
    return description(schema.description) + "schema {\n\(lines.joined())}"
  }

  private func text(of directive: DirectiveType) -> String {
    let locations =
      isSorted ? directive.locations.sorted(by: naturallyPrecedes) : directive.locations
    return description(directive.description) + "directive @\(directive.name)"
      + arguments(directive.arguments, indent: "") + deprecation(directive.deprecationReason)
      + (directive.isRepeatable ? " repeatable" : "")
      + " on \(locations.joined(separator: " | "))"
  }

  private func text(of type: NamedType) -> String {
    description(type.description)
      + {
        switch type {
        case .scalar(let type):
          "scalar \(type.name)"
            + (type.specifiedByURL.map { " @specifiedBy(url: \(printString($0)))" } ?? "")
        case .object(let type):
          "type \(type.name)\(interfaces(type.interfaces))\(fields(type.fields))"
        case .interface(let type):
          "interface \(type.name)\(interfaces(type.interfaces))\(fields(type.fields))"
        case .union(let type):
          "union \(type.name) = \(names(of: type.memberTypes).joined(separator: " | "))"
        case .enum(let type): "enum \(type.name)\(values(type.values))"
        case .inputObject(let type):
          "input \(type.name)\(type.isOneOf ? " @oneOf" : "")\(inputFields(type.fields))"
        }
      }()
  }

  private func interfaces(_ interfaces: [TypeID]) -> String {
    interfaces.isEmpty ? "" : " implements \(names(of: interfaces).joined(separator: " & "))"
  }

  private func names(of types: [TypeID]) -> [String] {
    let names = types.map { schema[$0].name }
    return isSorted ? names.sorted(by: naturallyPrecedes) : names
  }

  // MARK: Members

  private func fields(_ fields: [OutputField]) -> String {
    block(
      sorted(fields, by: \.name).map { field in
        (
          field.description,
          "\(field.name)\(arguments(field.arguments, indent: "  ")): \(schema.text(of: field.type))"
            + deprecation(field.deprecationReason)
        )
      })
  }

  private func inputFields(_ fields: [InputField]) -> String {
    block(sorted(fields, by: \.name).map { ($0.description, text(of: $0)) })
  }

  private func values(_ values: [EnumValue]) -> String {
    block(
      sorted(values, by: \.name).map {
        ($0.description, $0.name + deprecation($0.deprecationReason))
      })
  }

  /// Members on lines of their own, in braces.
  private func block(_ members: [(description: String?, text: String)]) -> String {
    let lines = members.enumerated().map { index, member in
      description(member.description, indent: "  ", isFirst: index == 0) + "  \(member.text)"
    }
    return " {\n\(lines.joined(separator: "\n"))\n}"
  }

  /// Arguments on one line or, if any is described, on lines of their own.
  private func arguments(_ arguments: [InputField], indent: String) -> String {
    guard !arguments.isEmpty else { return "" }
    let arguments = sorted(arguments, by: \.name)
    guard arguments.contains(where: { $0.description != nil }) else {
      return "(\(arguments.map(text(of:)).joined(separator: ", ")))"
    }
    let lines = arguments.enumerated().map { index, argument in
      description(argument.description, indent: "  \(indent)", isFirst: index == 0)
        + "  \(indent)\(text(of: argument))"
    }
    return "(\n\(lines.joined(separator: "\n"))\n\(indent))"
  }

  private func text(of input: InputField) -> String {
    "\(input.name): \(schema.text(of: input.type))"
      + (input.defaultValueText.map { " = \($0)" } ?? "") + deprecation(input.deprecationReason)
  }

  private func deprecation(_ reason: String?) -> String {
    guard let reason else { return "" }
    return reason == defaultDeprecationReason
      ? " @deprecated" : " @deprecated(reason: \(printString(reason)))"
  }

  /// A description on lines of its own, with a blank line before it unless it comes first.
  private func description(
    _ description: String?, indent: String = "", isFirst: Bool = true
  ) -> String {
    guard let description else { return "" }
    let literal =
      isPrintableAsBlockString(description)
      ? printBlockString(description) : printString(description)
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    return (indent.isEmpty || isFirst ? "" : "\n") + indent
      + lines.joined(separator: "\n\(indent)") + "\n"
  }
}
