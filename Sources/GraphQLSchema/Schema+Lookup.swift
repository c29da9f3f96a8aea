import GraphQLLanguage

/// Finding types, fields and directives by name.
///
/// Names that stand in a document are looked up by their bytes; each look-up takes constant time.
extension Schema {
  /// The type with a name.
  public func typeID(named name: String) -> TypeID? {
    typeNames.position(of: name).map { TypeID($0) }
  }

  /// The type with the name that stands in a document.
  public func typeID(named name: Name, in document: Document) -> TypeID? {
    typeNames.position(of: name.range, in: document.source).map { TypeID($0) }
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
    memberNames[type.index].position(of: name.range, in: document.source)
  }

  /// The place of a field among those of an object or interface type, of an input field among
  /// those of an input object, of a value among those of an enum.
  public func memberIndex(named name: String, of type: TypeID) -> Int? {
    memberNames[type.index].position(of: name)
  }

  /// The definition of a field that is selected on a type, meta-fields included; nil if the type
  /// has none. Spec §5.3.1 Field Selections.
  public func field(named name: Name, in document: Document, on type: TypeID) -> OutputField? {
    if document.source.bytes[Int(name.range.start)] == UInt8(ascii: "_") {
      if let field = metaField(named: document.text(name), on: type) { return field }
    }
    switch self[type] {
    case .object(let object):
      return memberIndex(named: name, in: document, of: type).map { object.fields[$0] }
    case .interface(let interface):
      return memberIndex(named: name, in: document, of: type).map { interface.fields[$0] }
    case .scalar, .union, .enum, .inputObject: return nil
    }
  }

  private func metaField(named name: String, on type: TypeID) -> OutputField? {
    switch name {
    case "__typename": self[type].isComposite ? typenameField : nil
    case "__schema": type == queryType ? schemaField : nil
    case "__type": type == queryType ? typeField : nil
    default: nil
    }
  }

  /// The directive with the name that stands in a document.
  public func directive(named name: Name, in document: Document) -> DirectiveType? {
    directiveNames.position(of: name.range, in: document.source).map { directives[$0] }
  }

  /// The place in `directives` of the one with the name that stands in a document.
  public func directiveIndex(named name: Name, in document: Document) -> Int? {
    directiveNames.position(of: name.range, in: document.source)
  }
}

extension Name {
  /// Whether the name, which stands in `document`, has a text.
  public func isText(_ text: String, in document: Document) -> Bool {
    Int(range.end - range.start) == text.utf8.count
      && document.source.bytes[Int(range.start)..<Int(range.end)].elementsEqual(text.utf8)
  }

  /// Whether two names in a document have the same text.
  public func hasSameText(as other: Name, in document: Document) -> Bool {
    let bytes = document.source.bytes
    return range == other.range
      || range.end - range.start == other.range.end - other.range.start
        && bytes[Int(range.start)..<Int(range.end)]
          .elementsEqual(bytes[Int(other.range.start)..<Int(other.range.end)])
  }
}
