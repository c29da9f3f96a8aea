/// What finds one record other than its id.
public enum UniqueKey: Sendable, Hashable {
  /// Of a package, a grid or a category; case matters.
  case slug(String)
  /// Of a package; of several the one with the lowest id. An empty one finds nothing.
  case repoURL(String)
}
