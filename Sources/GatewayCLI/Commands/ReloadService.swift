import CatalogGateway
import GatewayHTTP
import Logging
import ServiceLifecycle
import UnixSignals

/// Takes up what the operator has exchanged while the server runs, at every SIGHUP.
///
/// Each part is taken up by itself. One that cannot be stays as it was, and the log says why.
struct ReloadService: Service {
  /// Something that can be exchanged.
  struct Part: Sendable {
    /// What the log calls it.
    let name: String
    /// Takes it up anew; false if there is nothing new.
    let reload: @Sendable () throws -> Bool
  }

  /// The signals, caught from before the server is announced.
  let signals: UnixSignalsSequence
  let parts: [Part]
  let logger: Logger

  func run() async throws {
    for await _ in signals.cancelOnGracefulShutdown() { reload() }
  }

  private func reload() {
    for part in parts {
      do {
        let isNew = try part.reload()
        logger.notice("Reloaded", metadata: ["part": "\(part.name)", "new": "\(isNew)"])
      } catch {
        logger.error(
          "Not reloaded; what was there stays",
          metadata: ["part": "\(part.name)", "error": "\(sentence(for: error))"])
      }
    }
  }
}

extension ReloadService.Part {
  /// The catalog's file.
  static func database(of gateway: Gateway) -> Self {
    Self(name: "database") { try gateway.reopenCatalog() }
  }

  /// The certificate and its key.
  static func certificate(in files: TLSFiles, of identity: TLSIdentity, logger: Logger) -> Self {
    Self(name: "certificate") {
      try files.replace(identity)
      files.noteExpiry(of: identity, logger: logger)
      return true
    }
  }

  /// The documents that are executed by their names.
  static func trustedDocuments(at path: String, of gateway: Gateway) -> Self {
    Self(name: "trusted documents") {
      try gateway.trust(GatewayCLI.trustedDocuments(at: path))
      return true
    }
  }
}
