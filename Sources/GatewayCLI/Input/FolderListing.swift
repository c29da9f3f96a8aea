#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The names of a folder's entries, sorted by their bytes; nil if the path is no folder.
func folderEntries(at path: String) throws(FileError) -> [String]? {
  guard let folder = opendir(path) else {
    if errno == ENOTDIR { return nil }
    throw FileError(.open, path: path, code: errno)
  }
  defer { closedir(folder) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(folder) {
    names.append(
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      })
  }
  guard errno == 0 else { throw FileError(.read, path: path, code: errno) }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}
