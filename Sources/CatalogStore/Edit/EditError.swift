/// Why an edit was not made; nothing of it is left then.
public enum EditError: Error, Hashable, Sendable {
  /// The client's: rules that the values break, all of them.
  case invalid([FieldProblem])
  /// The client's: the object to be edited is not there.
  case notFound(Entity, RecordReference)
  /// The client's: the package is not in the grid that it is to be taken out of.
  case notInGrid(package: RecordReference, grid: RecordReference)
  /// The client's: there is no change with that revision, or it was made before there was a history.
  case noSuchRevision(Int64)
  /// The client's: somebody else was faster, or something stands in the way.
  case conflict(EditConflict)
  /// The client's: the grid is locked or would be, which takes a moderator.
  case locked(grid: Int64?)
  /// The world's.
  case store(StoreError)
}

/// What stands in the way of an edit.
public enum EditConflict: Hashable, Sendable {
  /// The object is at another version than the edit expects.
  case version(expected: Int64, current: Int64)
  /// The category has packages.
  case categoryInUse(packages: Int64)
  /// A newer change touched what the edit would undo.
  case newerChange(revision: Int64)
  /// The key was used for another input.
  case idempotencyKeyReused
}

extension EditError {
  /// What to tell the client; of a failure of the world only that there was one.
  public var message: String {
    switch self {
    case .invalid(let problems):
      problems.count == 1
        ? "A value is not allowed: \(problems[0].sentence)."
        : "\(problems.count) values are not allowed: "
          + problems.prefix(Self.namedProblems).map(\.sentence).joined(separator: "; ")
          + (problems.count > Self.namedProblems ? "; …" : ".")
    case .notFound(let entity, let reference):
      "There is no \(entity.noun) with \(reference.phrase)."
    case .notInGrid(let package, let grid):
      "The package with \(package.phrase) is not in the grid with \(grid.phrase)."
    case .noSuchRevision(let revision): "There is no change with revision \(revision)."
    case .conflict(let conflict): conflict.message
    case .locked(let grid?): "Grid \(grid) is locked; only a moderator may change it."
    case .locked(nil): "Only a moderator may lock a grid."
    case .store: "The catalog could not be written."
    }
  }

  /// Problems that the message of several names.
  private static let namedProblems = 3
}

extension EditConflict {
  fileprivate var message: String {
    switch self {
    case .version(let expected, let current):
      "The object has changed: it is at version \(current), not \(expected)."
    case .categoryInUse(let packages):
      packages == 1
        ? "The category still has 1 package." : "The category still has \(packages) packages."
    case .newerChange(let revision): "Revision \(revision) changed the same since."
    case .idempotencyKeyReused: "The idempotency key was used for another input."
    }
  }
}

extension Entity {
  /// One of its records, as a sentence says it.
  var noun: String {
    switch self {
    case .package: "package"
    case .grid: "grid"
    case .category: "category"
    case .gridPackage: "membership"
    case .feature: "feature"
    case .element: "element"
    }
  }
}

extension RecordReference {
  /// The reference as a sentence says it.
  var phrase: String {
    switch self {
    case .id(let id): "id \(id)"
    case .slug(let slug): "slug \"\(slug)\""
    }
  }
}
