#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system refused something that we wanted of a file.
struct FileError: Error, Equatable, CustomStringConvertible {
  enum Action: Equatable {
    case open
    case read
    case write
  }

  let action: Action
  let path: String
  /// The system's error number, errno(3).
  let code: Int32

  init(_ action: Action, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  var description: String {
    let verb =
      switch action {
      case .open: "open"
      case .read: "read"
      case .write: "write"
      }
    return "cannot \(verb) \(path): \(String(cString: strerror(code)))"
  }
}
