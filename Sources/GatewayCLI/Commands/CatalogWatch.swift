import ArgumentParser
import CatalogStore
import CatalogSync
import Logging
import ServiceLifecycle

/// Keeps a catalog in step with its origin beside the server that serves it.
///
/// A sync that fails is logged; the catalog stays as it was, and the next one tries again.
struct CatalogWatch: Service {
  let origin: OriginURL
  /// The catalog that is served when a sync begins.
  let catalog: @Sendable () -> CatalogDatabase
  let options: SyncOptions
  /// The pause from one sync to the next; nil for a single one.
  let interval: Duration?
  let logger: Logger

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      try await HTTPTransport.withTransport(options: options) { transport in
        await syncAgainAndAgain(over: transport)
      }
    }
  }

  private func syncAgainAndAgain(over transport: HTTPTransport) async {
    while !Task.isCancelled {
      await sync(over: transport)
      guard let interval else { return }
      do {
        try await Task.sleep(for: interval)
      } catch {
        // Only the end of the server wakes it early.
        return
      }
    }
  }

  private func sync(over transport: HTTPTransport) async {
    do throws(SyncError) {
      let report = try await SyncRun(
        of: origin, into: catalog(), options: options, transport: transport
      ) { log($0) }.run()
      logger.info(
        "Synced",
        metadata: [
          "origin": "\(origin)", "revision": "\(report.summary.revision)",
          "changed": "\(report.summary.hasChanges)", "requests": "\(report.traffic.requests)",
          "retries": "\(report.traffic.retries)",
        ])
      for note in importNotes(report.summary) + syncNotes(report) { logger.notice("\(note)") }
    } catch {
      if case .stopped = error.reason { return }
      logger.error("Sync failed", metadata: ["error": "\(sentence(for: error))"])
    }
  }

  private func log(_ event: SyncEvent) {
    switch event {
    case .read, .importing: logger.debug("\(event)")
    case .retry(let error, let delay):
      logger.notice("Trying again", metadata: ["error": "\(error)", "after": "\(delay)"])
    case .reread(let resource, let inconsistency):
      logger.notice(
        "Reading again",
        metadata: ["list": "\(resource?.rawValue ?? "all")", "because": "\(inconsistency)"])
    }
  }
}

/// A pause as the command line has it: a whole number and `s`, `m`, `h` or `d`.
struct WatchInterval: Equatable {
  let duration: Duration

  /// Throws `ValidationError` if the text is no pause.
  init(text: String) throws {
    // Six digits of days are more than anybody's patience.
    guard let duration = Duration(text, digits: 6, units: [.seconds, .minutes, .hours, .days]),
      duration > .zero
    else {
      throw ValidationError("expected a whole number and a unit, such as 30s, 15m, 2h or 1d")
    }
    self.duration = duration
  }
}
