#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is written beside its place and takes it whole: whoever looks sees the old file or the
/// new one, also after a power cut.
struct FileReplacement {
  let path: String
  /// Where the file is written; in the same folder, so that it can be renamed.
  let temporaryPath: String

  init(path: String) {
    self.path = path
    temporaryPath = path + ".partial-" + String(UInt32.random(in: .min ... .max), radix: 16)
  }

  /// Waits until the written file is on the disk, and renames it.
  /// - Throws: `BackupError.file`; nothing is left of the written file.
  func finish() throws(BackupError) {
    do throws(BackupError) {
      try Self.synchronize(temporaryPath)
      if rename(temporaryPath, path) != 0 { throw Self.failure() }
      try Self.synchronize(Self.folder(of: path))
    } catch {
      discard()
      throw error
    }
  }

  /// Removes what was written.
  func discard() {
    // What is not there need not be removed; what cannot be is in nobody's way.
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporaryPath + suffix) }
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether two paths lead to one file.
  static func areSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var other = stat()
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func synchronize(_ path: String) throws(BackupError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure() }
    let result = fsync(descriptor)
    let error = result == 0 ? nil : failure()
    close(descriptor)
    if let error { throw error }
  }

  private static func failure() -> BackupError {
    .file(message: String(cString: strerror(errno)))
  }
}
