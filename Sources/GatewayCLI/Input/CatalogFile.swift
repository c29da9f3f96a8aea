/// A file to import, compressed with gzip or not: its first bytes tell.
final class CatalogFile {
  private let file: InputFile
  /// Read to look at the first bytes, and not yet handed on.
  private var lookedAt: [UInt8]?
  private var isOpened = false
  private var inflater: Inflater?

  /// Opens a file, or standard input for `-`.
  init(path: String) throws(FileError) {
    file = try InputFile(path: path)
  }

  /// The path as the user wrote it, or what stands for it.
  var name: String { file.name }
  /// How large the file is as it lies on the disk; nil if nobody knows.
  var totalBytes: Int? { file.totalBytes }
  /// How much of it has been read.
  var readBytes: Int { file.readBytes }

  /// The next bytes, inflated; nil at the end.
  func read() throws -> [UInt8]? {
    if !isOpened {
      isOpened = true
      try lookAtFirstBytes()
    }
    guard inflater != nil else { return try readRaw() }
    return try inflater?.inflate(reading: readRaw)
  }

  private func readRaw() throws -> [UInt8]? {
    if let bytes = lookedAt {
      lookedAt = nil
      return bytes
    }
    return try file.read()
  }

  /// RFC 1952 §2.3.1 Member header and trailer: a gzip member begins with 1F 8B.
  private func lookAtFirstBytes() throws {
    var bytes: [UInt8] = []
    while bytes.count < 2, let chunk = try file.read() { bytes += chunk }
    if bytes.starts(with: [0x1F, 0x8B]) { inflater = try Inflater(file: file.name) }
    lookedAt = bytes.isEmpty ? nil : bytes
  }
}
