/// A rule that a value of an edit breaks.
public struct FieldProblem: Hashable, Sendable {
  /// A step from an input to a value in it.
  public enum PathPart: Hashable, Sendable {
    case field(String)
    case index(Int)
  }

  /// Where the value is, from the input on.
  public let path: [PathPart]
  /// The rule.
  public let rule: BrokenRule

  /// What is wrong, to be read after the path.
  public var message: String { rule.message }

  /// What is wrong, the path included.
  var sentence: String {
    let parts = path.map { part in
      switch part {
      case .field(let name): name
      case .index(let index): "\(index)"
      }
    }
    return "\(parts.joined(separator: ".")) \(message)"
  }
}

/// The rules for values.
public enum BrokenRule: Hashable, Sendable {
  case missing
  case null
  /// The entity has no such field, or the field takes another kind of value.
  case unexpected
  case empty
  case tooLong(limit: Int, characters: Int)
  case tooMany(limit: Int, items: Int)
  /// U+0000, which the origin's database does not hold.
  case nulCharacter
  case slugCharacters
  /// No letter or digit of the title can stand in a slug.
  case noSlugInTitle
  case slugTaken(by: Int64)
  case repoURLTaken(by: Int64)
  /// Another item of the same list has the slug.
  case slugRepeated(index: Int)
  case notAURL
  /// No whole number from 0 that 32 bits hold.
  case notACount
  case notATime
  /// A participant that the origin's list, which is parted by commas, cannot hold.
  case notAParticipant
  case noSuchObject(Entity, RecordReference)
  /// The list names the object already.
  case repeated(RecordReference)
  case alreadyInGrid
  case notInGrid
  case featureOfAnotherGrid
  case notRevertable

  /// What is wrong, to be read after the field's name.
  var message: String {
    switch self {
    case .missing: "is required"
    case .null: "must not be null"
    case .unexpected: "cannot be set"
    case .empty: "must not be empty"
    case .tooLong(let limit, let characters):
      "must have at most \(limit) characters, not \(characters)"
    case .tooMany(let limit, let items): "must have at most \(limit) items, not \(items)"
    case .nulCharacter: "must not contain the character U+0000"
    case .slugCharacters: "must consist of letters a to z, digits, hyphens and underscores"
    case .noSlugInTitle: "is required, since none can be made from the title"
    case .slugTaken(let id): "is the slug of \(id) already"
    case .repoURLTaken(let id): "is the repository of package \(id) already"
    case .slugRepeated(let index): "is the same as that of item \(index)"
    case .notAURL: "must be an http or https URL"
    case .notACount: "must be a whole number from 0 to \(Int32.max)"
    case .notATime: "must be a time as in 2026-02-15T14:03:04-05:00"
    case .notAParticipant: "must not be empty, contain a comma, or begin or end with a blank"
    case .noSuchObject(let entity, let reference):
      "names a \(entity.noun) that is not there: \(reference.phrase)"
    case .repeated(let reference): "is named twice: \(reference.phrase)"
    case .alreadyInGrid: "is in the grid already"
    case .notInGrid: "is not in the grid"
    case .featureOfAnotherGrid: "is not a feature of the grid"
    case .notRevertable: "is an import, which cannot be reverted"
    }
  }
}
