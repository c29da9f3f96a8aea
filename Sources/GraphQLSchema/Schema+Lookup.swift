import GraphQLLanguage

/// Finding types, fields and directives by name.
///
/// Names that stand in a document are looked up by their bytes; each look-up takes constant time.
extension Schema {
  /// The type with a name.
  public func typeID(named name: String) -> TypeID? {
    index.typeNames.position(of: name).map { TypeID($0) }
  }

  /// The type with the name that stands in a document.
  public func typeID(named name: Name, in document: Document) -> TypeID? {
    index.typeNames.position(of: name.range, in: document.source).map { TypeID($0) }
  }

  /// The type of a type reference in a document; nil if it names none of the schema's.
  public func fieldType(
    of reference: NodeIndex<TypeReference>, in document: Document
  ) -> FieldType? {
    switch document[reference].kind {
    case .named(let name): typeID(named: name, in: document).map { .named($0) }
    case .list(let element): fieldType(of: element, in: document).map { .list($0) }
    case .nonNull(let nullable): fieldType(of: nullable, in: document).map { .nonNull($0) }
    }
  }

  /// The place of a field among those of an object or interface type, of an input field among
  /// those of an input object, of a value among those of an enum.
  public func memberIndex(named name: Name, in document: Document, of type: TypeID) -> Int? {
    index.memberNames.position(of: name.range, in: document.source, list: type.index)
  }

  /// The place of a field among those of an object or interface type, of an input field among
  /// those of an input object, of a value among those of an enum.
  public func memberIndex(named name: String, of type: TypeID) -> Int? {
    index.memberNames.position(of: name, list: type.index)
  }

  /// The definition of a field that is selected on a type, meta-fields included; nil if the type
  /// has none. Spec §5.3.1 Field Selections.
  public func field(named name: Name, in document: Document, on type: TypeID) -> OutputField? {
    fieldID(named: name, in: document, on: type).map { self[$0] }
  }

  /// The directive with the name that stands in a document.
  public func directive(named name: Name, in document: Document) -> DirectiveType? {
    index.directiveNames.position(of: name.range, in: document.source).map { directives[$0] }
  }

  /// The place in `directives` of the one with the name that stands in a document.
  public func directiveIndex(named name: Name, in document: Document) -> Int? {
    index.directiveNames.position(of: name.range, in: document.source)
  }
}

extension Name {
  /// Whether the name, which stands in `document`, has a text.
  public func isText(_ text: String, in document: Document) -> Bool {
    guard Int(range.end - range.start) == text.utf8.count else { return false }
    let bytes = document.source.bytes.span
    var index = Int(range.start)
    for byte in text.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether two names in a document have the same text.
  public func hasSameText(as other: Name, in document: Document) -> Bool {
    document.source.hasSameText(range, other.range)
  }
}
