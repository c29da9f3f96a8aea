#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Data goes here, and nothing else.
let standardOutput = StandardStream(descriptor: 1)
/// Progress, notes and errors go here.
let standardError = StandardStream(descriptor: 2)

/// One of the streams that every process has; unbuffered.
struct StandardStream: Sendable {
  let descriptor: Int32

  /// Writes all the bytes; blocks until the reader has taken them.
  ///
  /// Throws `OutputClosed`, or a `FileError` such as a full disk.
  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
        switch (count, errno) {
        case (0..., _): written += count
        case (_, EINTR): continue
        case (_, EPIPE): throw OutputClosed()
        case (_, let code): throw FileError(.write, path: name, code: code)
        }
      }
    }
  }

  /// Writes a line for a person. A stream that takes none loses it: there is nowhere left to say so.
  func note(_ line: String) {
    do {
      try write(Array((line + "\n").utf8))
    } catch {
      return
    }
  }

  private var name: String {
    descriptor == 1 ? "standard output" : "standard error"
  }
}
