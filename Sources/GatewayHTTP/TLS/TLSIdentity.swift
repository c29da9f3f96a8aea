import NIOSSL
import Synchronization

/// What a server shows to say who it is: a certificate, with those that vouch for it, and its key.
///
/// They can be exchanged while connections are open, which go on as they are.
public final class TLSIdentity: Sendable {
  private struct Current {
    let context: NIOSSLContext
    let expiry: Int64
  }

  private let current: Mutex<Current>

  /// Takes certificates in PEM, the server's own first, and its key in PEM, without a pass phrase.
  public init(certificates: [UInt8], key: [UInt8]) throws(TLSError) {
    current = Mutex(try Self.make(certificates, key))
  }

  /// Shows others to new connections; if this throws, those from before.
  public func replace(certificates: [UInt8], key: [UInt8]) throws(TLSError) {
    let new = try Self.make(certificates, key)
    current.withLock { $0 = new }
  }

  /// When the server's certificate ends, in seconds since 1970 UTC.
  public var expiry: Int64 { current.withLock { $0.expiry } }

  /// What encrypts one connection.
  func makeHandler() throws -> NIOSSLServerHandler {
    try NIOSSLServerHandler(context: current.withLock { $0.context })
  }

  private static func make(_ certificates: [UInt8], _ key: [UInt8]) throws(TLSError) -> Current {
    let chain: [NIOSSLCertificate]
    do {
      chain = try NIOSSLCertificate.fromPEMBytes(certificates)
    } catch {
      throw .invalidCertificate
    }
    guard let own = chain.first else { throw .invalidCertificate }
    let privateKey: NIOSSLPrivateKey
    do {
      privateKey = try NIOSSLPrivateKey(bytes: key, format: .pem)
    } catch {
      throw .invalidKey
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    // RFC 8996: TLS 1.0 and 1.1 must not be used.
    configuration.minimumTLSVersion = .tlsv12
    // RFC 7301 §6 IANA Considerations: the one protocol that is spoken here.
    configuration.applicationProtocols = ["http/1.1"]
    do {
      return Current(
        context: try NIOSSLContext(configuration: configuration), expiry: Int64(own.notValidAfter))
    } catch {
      // Each is readable; together they are not taken.
      throw .keyOfAnotherCertificate
    }
  }
}

/// Why a server cannot show what it was given.
public enum TLSError: Error, Hashable, Sendable {
  /// It is no certificate in PEM.
  case invalidCertificate
  /// It is no key in PEM, or one that asks for a pass phrase.
  case invalidKey
  /// The key does not fit the first certificate.
  case keyOfAnotherCertificate
}
