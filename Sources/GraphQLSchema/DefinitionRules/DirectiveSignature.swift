import GraphQLLanguage

/// What the definition of a directive says about its use.
struct DirectiveSignature {
  /// An argument that a directive takes.
  struct Argument {
    let name: String
    let type: String
    let isRequired: Bool
  }

  let arguments: [Argument]
  let locations: Set<String>
  let isRepeatable: Bool

  init(_ definition: DirectiveDefinition, in document: Document) {
    arguments = document[definition.arguments].map { node in
      let isNonNull = if case .nonNull = document[node.type].kind { true } else { false }
      return Argument(
        name: document.text(node.name), type: document.printed(node.type),
        isRequired: isNonNull && node.defaultValue == nil)
    }
    locations = Set(document[definition.locations].map { document.text($0) })
    isRepeatable = definition.isRepeatable
  }

  /// Those that a document defines, by name; of several the last.
  static func all(of document: Document) -> [String: DirectiveSignature] {
    var signatures: [String: DirectiveSignature] = [:]
    for case .directive(let definition) in document.definitions where !definition.isExtension {
      signatures[document.text(definition.name)] = DirectiveSignature(definition, in: document)
    }
    return signatures
  }
}
