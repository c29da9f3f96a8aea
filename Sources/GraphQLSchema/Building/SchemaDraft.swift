import GraphQLLanguage

/// A schema before its rules are checked, with the nodes that its parts come from.
///
/// Default values are not coerced yet, and directives not applied.
struct SchemaDraft {
  var schema: Schema
  /// The document that defines the schema.
  let document: Document
  /// The document that defines what is built in.
  let builtIns: Document
  /// By the index of the type.
  let typeSources: [TypeSource]
  /// By the place in `schema.directives`; nil for a built-in one.
  let directiveNodes: [DirectiveDefinition?]
  /// The roots as they are defined, whatever their kind.
  let roots: [OperationType: TypeID]
  /// Where the schema definition and its extensions name the roots.
  let rootNodes: [OperationType: Name]

  /// The document that a type comes from.
  func document(of type: TypeID) -> Document {
    typeSources[type.index].isBuiltIn ? builtIns : document
  }

  /// The definitions of a type's fields, in the order of the fields.
  func fieldNodes(of type: TypeID) -> [FieldDefinition] {
    let document = document(of: type)
    return typeSources[type.index].definitions.flatMap { document[$0.fields] }
  }

  /// The definitions of an input object's fields, in the order of the fields.
  func inputFieldNodes(of type: TypeID) -> [InputValueDefinition] {
    let document = document(of: type)
    return typeSources[type.index].definitions.flatMap { document[$0.inputFields] }
  }
}

/// The definition of a type and its extensions.
struct TypeSource {
  /// Whether the definitions stand among the built-in ones.
  let isBuiltIn: Bool
  /// The definition first, then the extensions in source order.
  let definitions: [TypeDefinition]
}

/// A field of an input object type.
struct InputFieldID: Hashable {
  let type: TypeID
  let index: Int
}
