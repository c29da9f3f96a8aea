import ArgumentParser
import CatalogGateway

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the exit status of `gridql` says; scripts rely on the numbers.
enum ExitStatus: Int32 {
  case success = 0
  /// A document is invalid, or a response has errors.
  case invalid = 1
  /// Anything that is neither the document's nor the command line's fault.
  case failure = 2
  /// The command line or a setting elsewhere is wrong: `EX_USAGE` of sysexits(3).
  case wrongUsage = 64
}

/// A command that only groups others was called alone.
struct MissingCommand: Error {
  /// The command's help.
  let help: String
}

/// A document is invalid or a response has errors, and everything about it has been printed.
struct FoundErrors: Error {}

/// Ends the process as `error` demands, after printing what a person should know of it.
///
/// A reader that closed standard output early, as `head` does, has all it wants: that is no error.
func end(with error: any Error) -> Never {
  switch error {
  case is OutputClosed: exit(ExitStatus.success.rawValue)
  case is FoundErrors: exit(ExitStatus.invalid.rawValue)
  case let error as TrustedDocumentError where error.isAboutDocument:
    standardError.note("error: \(error)")
    exit(ExitStatus.invalid.rawValue)
  case let error as MissingCommand:
    standardError.note(error.help)
    exit(ExitStatus.wrongUsage.rawValue)
  case let error as ConfigurationError:
    standardError.note("error: \(error)")
    exit(ExitStatus.wrongUsage.rawValue)
  case _ where isAboutArguments(error): Gridql.exit(withError: error)
  default:
    standardError.note("error: " + sentence(for: error))
    exit(ExitStatus.failure.rawValue)
  }
}

extension TrustedDocumentError {
  /// Whether a document is invalid, and not its file.
  fileprivate var isAboutDocument: Bool {
    if case .invalid = self { true } else { false }
  }
}

/// Whether the argument parser threw it: a request for help, the version, or wrong usage.
private func isAboutArguments(_ error: any Error) -> Bool {
  switch Gridql.exitCode(for: error) {
  case .success, .validationFailure: true
  default: false
  }
}
