import Logging
import ServiceLifecycle

/// Tells the service manager that the server is about to end, as soon as it is.
struct EndNotice: Service {
  let manager: ServiceManager
  let logger: Logger

  func run() async throws {
    try await gracefulShutdown()
    manager.tell(.stopping, logger: logger)
  }
}

extension ServiceManager {
  /// Tells the manager, or the log if it does not listen: the server is worth as much without it.
  func tell(_ state: State, logger: Logger) {
    do {
      try tell(state)
    } catch {
      logger.warning("The service manager does not listen", metadata: ["error": "\(error)"])
    }
  }
}
