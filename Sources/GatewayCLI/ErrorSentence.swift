import CatalogStore
import GatewayHTTP

/// What a person should know of an error that ends a command, and what to do about it.
func sentence(for error: any Error) -> String {
  switch error {
  case let error as StoreError: sentence(for: error)
  case let error as ImportError: sentence(for: error)
  case let error as ServerError: sentence(for: error)
  default: "\(error)"
  }
}

private func sentence(for error: StoreError) -> String {
  switch error {
  case .cannotOpen(let failure): "cannot open the database: \(failure.message)"
  case .failed(let failure): "the database failed: \(failure.message)"
  case .interrupted: "the lookup was interrupted"
  case .invalidKeyset, .predicateTooDeep: "\(error)"
  }
}

private func sentence(for error: ImportError) -> String {
  guard case .store(let failure) = error.problem else {
    return "\(error)\nNothing was imported; the database is as it was."
  }
  return "\(error): \(sentence(for: failure))"
}

private func sentence(for error: ServerError) -> String {
  switch error {
  case .addressInUse: "\(error) Choose another port with --port."
  case .permissionDenied: "\(error) Ports from 1024 on need no permission."
  case .addressNotAvailable, .cannotListen: "\(error)"
  }
}
