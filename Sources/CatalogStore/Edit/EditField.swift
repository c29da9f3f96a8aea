/// What an edit can say of an object; the raw value is the name that inputs, paths of problems and the
/// history use.
public enum EditField: String, Sendable, Hashable, CaseIterable {
  case title
  case slug
  case category
  /// A package's grids, the whole list in its order.
  case grids
  /// A grid's packages, the whole list in its order.
  case packages
  /// A grid's features; only the history names it.
  case features
  case repoURL = "repoUrl"
  case repoDescription
  case pypiURL = "pypiUrl"
  case documentationURL = "documentationUrl"
  case repoWatchers
  case repoForks
  case pypiVersion
  case lastUpdated
  case lastFetched
  case commitsOver52
  case participants
  case description
  case isLocked
  case header
  case titlePlural
  case showPypi
  /// The grid of a feature or of a membership.
  case grid
  /// The package of a membership.
  case package
  /// The membership that an element is a cell of.
  case gridPackage
  /// The feature that an element is a cell of.
  case feature
  /// What stands in an element.
  case text
  /// The revision that a revert names.
  case revision
}

/// What an edit gives a field; a time is text as in RFC 3339.
public enum EditValue: Sendable, Hashable {
  /// Clears the field, where it can be empty.
  case null
  case text(String)
  case integer(Int64)
  case boolean(Bool)
  case integers([Int64])
  case texts([String])
  case reference(RecordReference)
  case references([RecordReference])
}

/// Names an object of a known entity.
public enum RecordReference: Sendable, Hashable {
  case id(Int64)
  /// Of a package, a grid or a category; case matters.
  case slug(String)
}

/// What an edit says of one object. A field that is not there is left as it is, which is another thing
/// than null.
public struct FieldEdits: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private var values: [EditField: EditValue] = [:]

  /// Makes edits that say nothing.
  public init() {}

  /// Makes edits of each field once.
  public init(dictionaryLiteral elements: (EditField, EditValue)...) {
    for (field, value) in elements { values[field] = value }
  }

  /// What is said of a field; nil if nothing is.
  public subscript(field: EditField) -> EditValue? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// The fields of which something is said, in no order.
  public var fields: [EditField] { Array(values.keys) }
}
