/// One change that somebody asks for.
public enum CatalogEdit: Sendable, Hashable {
  /// Makes a package, a grid, a category, or a feature of the grid that its edits name.
  case create(Entity, FieldEdits)
  /// Changes fields of a package, a grid, a category or a feature; refused if `ifVersion` is not the
  /// object's version.
  case update(Entity, RecordReference, FieldEdits, ifVersion: Int64? = nil)
  /// Deletes a package, a grid, a category or a feature, with all that belongs to it alone.
  case delete(Entity, RecordReference, ifVersion: Int64? = nil)
  /// Makes packages, grids or categories, or changes those that have the slug already; the slug is the
  /// given one or the one made from the title.
  case upsert(Entity, [FieldEdits])
  /// Puts a package at the end of a grid, and the grid at the end of the package's.
  case addToGrid(grid: RecordReference, package: RecordReference)
  /// Takes a package out of a grid, with its cells.
  case removeFromGrid(grid: RecordReference, package: RecordReference)
  /// Says what stands in the cell of a package and a feature; of two elements there the shown one.
  case setElement(grid: RecordReference, package: RecordReference, feature: Int64, text: String)
  /// Undoes a change.
  case revert(revision: Int64)
}

/// Who edits, and when.
public struct EditContext: Sendable, Hashable {
  /// Who the history names; nil for nobody in particular.
  public let actor: String?
  /// What they may do; the store asks it about locked grids only.
  public let role: Role
  /// Now, in microseconds since 1970 UTC.
  public let instant: Int64

  /// Makes a context.
  public init(actor: String?, role: Role, instant: Int64) {
    self.actor = actor
    self.role = role
    self.instant = instant
  }
}

/// What an edit did.
public struct EditResult: Sendable, Hashable {
  /// What became of the object, or for an upsert of each, in the order of its list.
  public let objects: [EditedObject]
}

/// An object that an edit was about.
public struct EditedObject: Sendable, Hashable {
  /// What became of it.
  public enum Outcome: Sendable, Hashable {
    case created
    case updated
    /// It was so already; there is no revision, and its version is the same.
    case unchanged
    case deleted
  }

  /// What it is.
  public let entity: Entity
  /// Its id, also if it is gone.
  public let id: Int64
  /// What became of it.
  public let outcome: Outcome
  /// The revision that the change is recorded under; nil if nothing changed.
  public let revision: Int64?
}
