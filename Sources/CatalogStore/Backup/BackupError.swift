/// Why a copy was not made; a file that was at its place is as it was then.
public enum BackupError: Error, Hashable, Sendable {
  /// The operator's: the copy would take the catalog's own place.
  case isTheCatalog
  /// The operator's: a database with a log beside it is at that place, so somebody uses it, or did
  /// until a crash; another file over it would be ruined by the log.
  case targetHasLog
  /// The world's: what the operating system says about the copy's file.
  case file(message: String)
  /// The world's.
  case store(StoreError)
}
