/// What an answer to GET or HEAD is good for after it was sent.
enum Reuse {
  /// Nothing is said about it.
  case unsaid
  /// It holds until the catalog is another; how long it may be kept unasked is configured.
  case untilCatalogChanges
  /// It holds as long as the program is the same.
  case untilProgramChanges
  /// It says how something is now, or what went wrong.
  case never
}
