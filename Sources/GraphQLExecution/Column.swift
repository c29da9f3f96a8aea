import Columns
import GraphQLSchema

/// What one field yields for a whole layer: one entry per parent, in order.
///
/// The shape follows the field's type: a list type is a `list` of what its elements are. Spec §6.4.3
/// Value Completion, for all parents at once. One reference to copy.
public enum Column {
  /// Leaf values; for a list of leaves also finished JSON, an array in each cell.
  case leaf(LeafColumn)
  /// A list per parent.
  indirect case list(ListColumn)
  /// An object per parent, all of one runtime type.
  indirect case objects(ObjectColumn)
  /// An object per parent, each of its own runtime type.
  indirect case abstract(AbstractColumn)
  /// Nothing but nulls, for so many parents.
  indirect case nulls(count: Int)
  /// A column with entries that failed; those are null in it. By entry.
  indirect case failing(Column, failures: [Int: FieldError])

  /// How many entries there are.
  public var count: Int {
    switch self {
    case .leaf(let column): column.count
    case .list(let column): column.offsets.count - 1
    case .objects(let column): column.rows.count
    case .abstract(let column): column.rows.count
    case .nulls(let count): count
    case .failing(let column, _): column.count
    }
  }
}

/// A list per parent: entry i has the elements `offsets[i]..<offsets[i + 1]`.
public struct ListColumn {
  /// Where each parent's elements begin; one more entry than parents.
  public let offsets: [Int]
  /// The parents whose list is null.
  public let nulls: NullRows
  /// All elements of all lists.
  public let elements: Column
  /// What the list has beside `elements`, if there is one list and a window of it was asked for.
  public let rest: ListRest?

  /// Makes a column of lists, none of them null unless `nulls` says so.
  public init(
    offsets: [Int], nulls: NullRows = NullRows(), elements: Column, rest: ListRest? = nil
  ) {
    precondition(offsets.last == elements.count, "The last offset is not the number of elements")
    precondition(rest == nil || offsets.count == 2, "There is a rest of one list alone")
    self.rest = rest
    self.offsets = offsets
    self.nulls = nulls
    self.elements = elements
  }
}

/// The objects of a layer to come: how many, and what their resolvers read.
public struct LayerContents {
  /// How many objects there are.
  public let count: Int
  /// What the resolvers of the layer's type read; the engine does not look into it.
  public let source: AnyObject

  /// Describes a layer's objects.
  public init(count: Int, source: AnyObject) {
    self.count = count
    self.source = source
  }
}

/// An object per parent: its row in the next layer, -1 for null.
///
/// A row that several parents share is resolved once.
public struct ObjectColumn {
  /// For each parent the row of its object; -1 for null.
  public let rows: [Int32]
  /// The next layer.
  public let contents: LayerContents

  /// Makes a column of rows into `contents`.
  public init(rows: [Int32], contents: LayerContents) {
    self.rows = rows
    self.contents = contents
  }
}

/// An object per parent where the types differ: which member, and its row in that member's layer.
///
/// Spec §6.4.3 Value Completion, ResolveAbstractType for all parents at once.
public struct AbstractColumn {
  /// The objects of one runtime type.
  public struct Member {
    /// The runtime type.
    public let type: TypeID
    /// Its objects.
    public let contents: LayerContents

    /// Makes a member of a runtime type and its objects.
    public init(type: TypeID, contents: LayerContents) {
      self.type = type
      self.contents = contents
    }
  }

  /// The runtime types that occur.
  public let members: [Member]
  /// For each parent the index of its object's member; 0 for null.
  public let memberIndices: [Int32]
  /// For each parent the row in the member's layer; -1 for null.
  public let rows: [Int32]

  /// Makes a column of rows into the members' layers.
  public init(members: [Member], memberIndices: [Int32], rows: [Int32]) {
    precondition(memberIndices.count == rows.count, "A row without a member, or the reverse")
    self.members = members
    self.memberIndices = memberIndices
    self.rows = rows
  }
}
