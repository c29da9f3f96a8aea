#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file, or standard input for `-`, read chunk by chunk; closed when it is let go.
final class InputFile {
  /// The path as the user wrote it, or what stands for it.
  let name: String
  /// How large the file is; nil for a pipe or a terminal.
  let totalBytes: Int?
  /// How many bytes have been read.
  private(set) var readBytes = 0

  private let descriptor: Int32
  private let chunkBytes = 1 << 16

  /// Opens a file for reading.
  init(path: String) throws(FileError) {
    if path == "-" {
      name = "standard input"
      descriptor = 0
    } else {
      name = path
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(.open, path: path, code: errno) }
    }
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    totalBytes = isRegular ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor != 0 { close(descriptor) }
  }

  /// The next bytes; nil at the end. Blocks until there are some.
  func read() throws(FileError) -> [UInt8]? {
    let descriptor = descriptor
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
      var result: Int
      repeat {
        #if canImport(Darwin)
          result = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          result = Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      } while result < 0 && errno == EINTR
      if result < 0 { code = errno }
      count = max(0, result)
    }
    guard code == 0 else { throw FileError(.read, path: name, code: code) }
    readBytes += chunk.count
    return chunk.isEmpty ? nil : chunk
  }

  /// All bytes that are left.
  func readAll() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try read() { bytes += chunk }
    return bytes
  }
}
