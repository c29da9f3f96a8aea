/// A parsed document: every node of it in typed arenas, addressed by 32-bit indices.
///
/// Nodes hold byte offsets into `source`, never copies of its text. A document is immutable once
/// parsed. Spec §2.3 Document.
public struct Document: Sendable {
  /// The text the nodes point into.
  public let source: Source
  private let storage: Storage

  init(source: Source, arenas: Arenas) {
    self.source = source
    storage = Storage(arenas)
  }

  /// The definitions, in source order.
  public var definitions: [Definition] { arenas.definitions }

  var arenas: Arenas { storage.arenas }

  /// Makes a copy of a document one reference instead of one for each arena, of which every rule
  /// and every plan keeps some.
  private final class Storage: Sendable {
    let arenas: Arenas

    init(_ arenas: Arenas) {
      self.arenas = arenas
    }
  }
}

/// The nodes of a document, each sort in an array of its own.
struct Arenas: Sendable {
  var definitions: [Definition] = []
  var selections: [Selection] = []
  var fields: [Field] = []
  var fragmentSpreads: [FragmentSpread] = []
  var inlineFragments: [InlineFragment] = []
  var arguments: [Argument] = []
  var directives: [Directive] = []
  var values: [Value] = []
  var objectFields: [ObjectField] = []
  var typeReferences: [TypeReference] = []
  var variableDefinitions: [VariableDefinition] = []
  var fieldDefinitions: [FieldDefinition] = []
  var inputValueDefinitions: [InputValueDefinition] = []
  var enumValueDefinitions: [EnumValueDefinition] = []
  var rootOperationTypes: [RootOperationTypeDefinition] = []
  var names: [Name] = []
}

/// A run of consecutive nodes in the arena of `Element`; read it with `document[range]`.
public struct NodeRange<Element>: Sendable, Hashable {
  let start: Int32
  private let length: Int32

  init(start: Int, count: Int) {
    self.start = Int32(start)
    self.length = Int32(count)
  }

  /// How many nodes the run has.
  public var count: Int { Int(length) }

  /// Whether the run has no nodes.
  public var isEmpty: Bool { count == 0 }
  static var empty: Self { Self(start: 0, count: 0) }
}

/// The place of one node in the arena of `Element`; read it with `document[index]`.
public struct NodeIndex<Element>: Sendable, Hashable {
  @usableFromInline let value: Int32

  init(_ value: Int) {
    self.value = Int32(value)
  }

  /// Counted from 0 among the nodes of its sort, in no order that means anything.
  @inlinable public var position: Int { Int(value) }
}

/// Bytes of the source: `[start, end)`.
public struct SourceRange: Sendable, Hashable {
  /// The first byte's offset.
  public let start: Int32
  /// The offset after the last byte.
  public let end: Int32

  init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Of offsets into a source, which are never longer than `Int32.max`.
  init(_ start: Int, _ end: Int) {
    self.init(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
  }
}

/// Spec §2.1.8 Names.
public struct Name: Sendable, Hashable {
  /// Where the name stands in the source.
  public let range: SourceRange
}

/// A top-level part of a document. Spec §2.3 Document.
public enum Definition: Sendable {
  case operation(OperationDefinition)
  case fragment(FragmentDefinition)
  case schema(SchemaDefinition)
  case type(TypeDefinition)
  case directive(DirectiveDefinition)
}
