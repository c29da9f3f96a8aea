/// What an import did.
public struct ImportSummary: Sendable, Hashable {
  /// What became of the objects of a resource; without the removed, their sum is the number of
  /// objects read.
  public struct Counts: Sendable, Hashable {
    /// Objects that were not there before.
    public var added = 0
    /// Objects of which something is different now.
    public var updated = 0
    /// Objects that were there already, the same.
    public var unchanged = 0
    /// Objects that were removed, because they or what they belong to are gone at the origin.
    public var removed = 0

    /// Makes counts.
    public init(added: Int = 0, updated: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.added = added
      self.updated = updated
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  /// What became of the rows of packages in grids that the run spoke of, by either side's list or by
  /// an object of its own.
  public struct Memberships: Sendable, Hashable {
    /// New ones, the unresolved counted in.
    public var added = 0
    /// Those that a list no longer names.
    public var removed = 0
    /// Those at another place of a list than before.
    public var moved = 0
    /// Those that are as they were.
    public var unchanged = 0

    /// Makes counts.
    public init(added: Int = 0, removed: Int = 0, moved: Int = 0, unchanged: Int = 0) {
      self.added = added
      self.removed = removed
      self.moved = moved
      self.unchanged = unchanged
    }
  }

  /// A link to what is not in the catalog yet. It is kept, and followed once its end arrives.
  public struct UnresolvedLink: Sendable, Hashable {
    /// What has the link.
    public let from: CatalogResource
    /// The plain id of what has the link.
    public let fromID: Int64
    /// What the link leads to.
    public let to: CatalogResource
    /// The plain id of what it leads to.
    public let toID: Int64
  }

  /// All that waits in the catalog after the run, that of earlier runs included.
  public struct Unresolved: Sendable, Hashable {
    /// Packages whose category is not there.
    public var categories = 0
    /// Memberships whose grid or package is not there.
    public var memberships = 0
    /// Features whose grid is not there.
    public var features = 0
    /// Elements whose feature or membership is not there.
    public var elements = 0
    /// A few of the links, at most ``exampleLimit`` a kind.
    public var examples: [UnresolvedLink] = []

    /// How many examples of a kind are given.
    public static let exampleLimit = 5

    /// Makes counts.
    public init(categories: Int = 0, memberships: Int = 0, features: Int = 0, elements: Int = 0) {
      self.categories = categories
      self.memberships = memberships
      self.features = features
      self.elements = elements
    }

    /// All of them.
    public var count: Int { categories + memberships + features + elements }
  }

  /// Objects that the origin's lists no longer have; a run of parts of them finds none.
  public struct Gone: Sendable, Hashable {
    /// One of them.
    public struct Object: Sendable, Hashable {
      /// What it is.
      public let resource: CatalogResource
      /// Its plain id.
      public let id: Int64

      /// Names an object.
      public init(_ resource: CatalogResource, _ id: Int64) {
        self.resource = resource
        self.id = id
      }
    }

    /// Those that this run marked; earlier ones had them still.
    public var found = 0
    /// Those that were marked and are listed again.
    public var returned = 0
    /// All that are marked now, by resource; a resource without any is left out.
    public var marked: [CatalogResource: Int] = [:]
    /// Categories that were to be removed and were not, because packages are in them.
    public var categoriesInUse = 0
    /// A few of the marked, at most ``Unresolved/exampleLimit`` a resource.
    public var examples: [Object] = []

    /// Makes counts of nothing.
    public init() {}
  }

  /// What became of the objects, by resource; a resource without objects is left out.
  public var objects: [CatalogResource: Counts] = [:]
  /// What became of the memberships.
  public var memberships = Memberships()
  /// Waiting objects and links of before that this run completed.
  public var resolved = 0
  /// What waits now.
  public var unresolved = Unresolved()
  /// What is gone at the origin.
  public var gone = Gone()
  /// The catalog's revision after the run.
  public var revision: Int64 = 0

  /// Makes a summary of nothing.
  public init() {}

  /// Whether the catalog is another than before; if not, the revision is the same too.
  public var hasChanges: Bool {
    resolved > 0 || memberships.added + memberships.removed + memberships.moved > 0
      || objects.values.contains { $0.added + $0.updated + $0.removed > 0 }
  }
}
