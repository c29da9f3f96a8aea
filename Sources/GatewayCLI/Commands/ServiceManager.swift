#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The manager that has started this process and wants to know how it is: sd_notify(3).
///
/// A datagram to a socket that the manager names in `NOTIFY_SOCKET`; other managers name none.
struct ServiceManager: Sendable, Equatable {
  /// What the manager can be told.
  enum State: String {
    case ready = "READY=1"
    case stopping = "STOPPING=1"
  }

  private let address: [UInt8]

  /// Nil without a manager, or if it names its socket in a way that this system does not have.
  init?(environment: [String: String]) {
    guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@") else {
      return nil
    }
    // A name that begins with a zero byte is not that of a file. unix(7)
    let address = path.hasPrefix("@") ? [0] + path.utf8.dropFirst() : Array(path.utf8)
    guard address.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
    self.address = address
  }

  /// Tells the manager; throws a `FileError` if it does not listen.
  func tell(_ state: State) throws(FileError) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_DGRAM.rawValue)
    #else
      let kind = SOCK_DGRAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    var target = sockaddr_un()
    target.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
    // The end of a name that is none of a file is told by the length alone.
    let length = MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { $0 + address.count } ?? 0
    let message = Array(state.rawValue.utf8)
    let sent = withUnsafePointer(to: target) { target in
      target.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, message, message.count, 0, $0, socklen_t(length))
      }
    }
    if sent < 0 { throw failure }
  }

  private var failure: FileError {
    FileError(
      .write, path: String(decoding: address.filter { $0 != 0 }, as: UTF8.self), code: errno)
  }
}
