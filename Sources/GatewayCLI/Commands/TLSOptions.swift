import ArgumentParser
import CatalogStore
import GatewayHTTP
import Logging

/// With what `gridql serve` encrypts its connections.
struct TLSOptions: ParsableArguments {
  @Option(
    name: .customLong("tls-certificate"),
    help: ArgumentHelp(
      "Serve HTTPS with this certificate, and those that vouch for it, in PEM; read again at SIGHUP.",
      valueName: "file"))
  var certificatePath: String?

  @Option(
    name: .customLong("tls-key"),
    help: ArgumentHelp("The certificate's key in PEM, without a pass phrase.", valueName: "file"))
  var keyPath: String?

  @Option(
    help: ArgumentHelp(
      "Tell browsers to use nothing but HTTPS for so long, such as 1h or 365d.",
      valueName: "duration"))
  var hsts: TimeSpan?

  func validate() throws {
    guard (certificatePath == nil) == (keyPath == nil) else {
      throw ValidationError("--tls-certificate and --tls-key need each other.")
    }
    guard hsts == nil || certificatePath != nil else {
      throw ValidationError("--hsts needs --tls-certificate: it says something of HTTPS alone.")
    }
  }

  /// The files that the options name, if they do.
  var files: TLSFiles? {
    guard let certificatePath, let keyPath else { return nil }
    return TLSFiles(certificatePath: certificatePath, keyPath: keyPath)
  }
}

/// A certificate's file and its key's.
struct TLSFiles: Sendable {
  let certificatePath: String
  let keyPath: String

  /// Reads both. Throws a `FileError` or a `TLSFileError`.
  func identity() throws -> TLSIdentity {
    let (certificates, key) = try read()
    do {
      return try TLSIdentity(certificates: certificates, key: key)
    } catch {
      throw TLSFileError(files: self, reason: error)
    }
  }

  /// Reads both again. Throws like `identity()`, and nothing changes then.
  func replace(_ identity: TLSIdentity) throws {
    let (certificates, key) = try read()
    do {
      try identity.replace(certificates: certificates, key: key)
    } catch {
      throw TLSFileError(files: self, reason: error)
    }
  }

  /// Logs when the certificate ends; as a warning from two weeks before on.
  func noteExpiry(of identity: TLSIdentity, logger: Logger) {
    let daysLeft = (identity.expiry - currentInstant() / 1_000_000) / 86_400
    logger.log(
      level: daysLeft < 14 ? .warning : .info, "Certificate",
      metadata: ["file": "\(certificatePath)", "daysLeft": "\(daysLeft)"])
  }

  private func read() throws -> (certificates: [UInt8], key: [UInt8]) {
    (try InputFile(path: certificatePath).readAll(), try InputFile(path: keyPath).readAll())
  }
}

/// Files that make no identity.
struct TLSFileError: Error, CustomStringConvertible {
  let files: TLSFiles
  let reason: TLSError

  var description: String {
    switch reason {
    case .invalidCertificate: "\(files.certificatePath) holds no certificate in PEM"
    case .invalidKey: "\(files.keyPath) holds no key in PEM, or one with a pass phrase"
    case .keyOfAnotherCertificate:
      "the key in \(files.keyPath) is not that of the first certificate in \(files.certificatePath)"
    }
  }
}
