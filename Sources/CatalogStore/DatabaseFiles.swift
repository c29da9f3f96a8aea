#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a catalog's files look like from outside.
public struct DatabaseFiles: Sendable, Hashable {
  /// The length of the database's file; 0 if it is not there.
  public let bytes: Int
  /// The length of the write-ahead log; 0 if there is none.
  public let logBytes: Int
  /// How often the log has begun anew after all of it was taken into the database; counts again from
  /// 0 when the log's file is made or cut.
  public let checkpoints: Int
}

extension CatalogDatabase {
  /// Looks at the files; nil for a catalog in memory. Blocks for a few microseconds.
  ///
  /// The database's own file is never opened for that: closing it would give up the locks that this
  /// process has on it (sqlite.org/howtocorrupt.html, "Posix advisory locks canceled by a separate
  /// thread doing close()").
  public var files: DatabaseFiles? {
    guard case .file(let path) = location else { return nil }
    return DatabaseFiles(
      bytes: fileBytes(path), logBytes: fileBytes(path + "-wal"),
      checkpoints: checkpointSequence(ofLog: path + "-wal"))
  }
}

private func fileBytes(_ path: String) -> Int {
  var information = stat()
  return stat(path, &information) == 0 ? Int(information.st_size) : 0
}

/// The checkpoint sequence number in the header of a log: sqlite.org/fileformat2.html, "WAL File
/// Format". 0 without a log.
private func checkpointSequence(ofLog path: String) -> Int {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return 0 }
  defer { close(descriptor) }
  var header = [UInt8](repeating: 0, count: 16)
  let count = header.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
  guard count == header.count else { return 0 }
  return header[12...].reduce(0) { $0 << 8 | Int($1) }
}
