import Logging
import ServiceLifecycle
import UnixSignals

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ends the process at the second SIGTERM or SIGINT: who sends one does not want to wait for the drain.
///
/// What was answered is durable. The status is that of a process that the signal has ended.
struct ImpatientEnd: Service {
  let signals: UnixSignalsSequence
  let logger: Logger

  /// Lasts as long as the other services, which must be shut down before.
  func run() async throws {
    var isEnding = false
    for await signal in signals.cancelOnGracefulShutdown() {
      if isEnding {
        logger.warning("Ending without waiting", metadata: ["signal": "\(signal)"])
        exit(128 + signal.rawValue)
      }
      isEnding = true
    }
  }
}
