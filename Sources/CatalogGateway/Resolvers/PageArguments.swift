import CatalogStore
import GraphQLExecution

/// The arguments that cut a page out of a list: Relay's `first`, `after`, `last` and `before`.
struct PageArguments {
  let first: Int?
  let last: Int?
  let after: Keyset?
  let before: Keyset?

  /// Reads and checks the arguments of a connection. `list` is what the cursors must belong to.
  init(_ arguments: ArgumentValues, list: ListKind) throws(FieldError) {
    first = try arguments.count("first")
    last = try arguments.count("last")
    if first != nil, last != nil {
      throw .badUserInput(
        "Arguments \"first\" and \"last\" cannot be given together; page in one direction.")
    }
    after = try Self.keyset("after", arguments, list)
    before = try Self.keyset("before", arguments, list)
  }

  private static func keyset(
    _ name: String, _ arguments: ArgumentValues, _ list: ListKind
  ) throws(FieldError) -> Keyset? {
    guard let text = arguments.text(name) else { return nil }
    guard let keyset = Keyset(cursor: text, in: list) else {
      throw .badUserInput(
        "Argument \"\(name)\" is no cursor of this list; take one from its edges, asked with the same orderBy."
      )
    }
    return keyset
  }

  /// The query for the page, beside what `query` already says.
  func paging(_ query: ListQuery, defaultCount: Int?) -> ListQuery {
    var query = query
    query.first = first ?? last ?? defaultCount
    query.fromEnd = last != nil
    query.after = after
    query.before = before
    return query
  }
}
