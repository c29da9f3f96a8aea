import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why the server does not listen.
public enum ServerError: Error, Sendable, Equatable {
  /// Another program listens there.
  case addressInUse(host: String, port: Int)
  /// No interface of this machine has the address, or the name has none.
  case addressNotAvailable(host: String)
  /// Only a privileged user may listen on the port.
  case permissionDenied(port: Int)
  /// Whatever else the system says.
  case cannotListen(host: String, port: Int, reason: String)
}

extension ServerError: CustomStringConvertible {
  /// The sentence for the operator.
  public var description: String {
    switch self {
    case .addressInUse(let host, let port):
      "Cannot listen on \(host):\(port): the address is already in use."
    case .addressNotAvailable(let host):
      "Cannot listen on \(host): no interface of this machine has this address."
    case .permissionDenied(let port):
      "Cannot listen on port \(port): permission denied."
    case .cannotListen(let host, let port, let reason):
      "Cannot listen on \(host):\(port): \(reason)"
    }
  }
}

extension ServerError {
  /// Says what a failed bind means.
  init(_ error: any Error, host: String, port: Int) {
    switch error {
    case let error as IOError where error.errnoCode == EADDRINUSE:
      self = .addressInUse(host: host, port: port)
    case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
      self = .addressNotAvailable(host: host)
    case let error as IOError where error.errnoCode == EACCES:
      self = .permissionDenied(port: port)
    case is SocketAddressError, is SocketAddressError.UnknownHost:
      self = .addressNotAvailable(host: host)
    default:
      self = .cannotListen(host: host, port: port, reason: "\(error)")
    }
  }
}
