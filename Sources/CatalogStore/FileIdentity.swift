#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which file is at a path, whatever it is called.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let node: UInt64
  /// The path without symbolic links: what SQLite names a database's log after.
  let resolvedPath: String

  /// Nil if there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    resolvedPath = String(cString: resolved)
  }

  /// Whether two paths led to one file.
  func isSameFile(as other: FileIdentity) -> Bool {
    device == other.device && node == other.node
  }
}
