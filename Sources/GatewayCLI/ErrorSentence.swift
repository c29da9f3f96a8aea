import CatalogStore
import CatalogSync
import GatewayHTTP
import GraphQLLanguage

/// What a person should know of an error that ends a command, and what to do about it.
func sentence(for error: any Error) -> String {
  switch error {
  case let error as StoreError: sentence(for: error)
  case let error as ImportError: sentence(for: error)
  case let error as SyncError: sentence(for: error)
  case let error as ServerError: sentence(for: error)
  case let error as EditError: sentence(for: error)
  case let error as TokenError: sentence(for: error)
  case let error as GraphQLError: sentence(for: error)
  default: "\(error)"
  }
}

func sentence(for error: StoreError) -> String {
  switch error {
  case .cannotOpen(let failure), .failed(let failure): failure.message
  case .replaced: "another file has taken the database's place; SIGHUP makes a server open it"
  case .notACatalog: "it is a database of another program"
  case .newerVersion(let version, let known):
    "its tables have version \(version), and this gridql knows \(known); use a newer gridql"
  case .otherVersion(let version, let known):
    "its tables have version \(version) now, and this gridql knows \(known)"
  case .tooManyRows(let limit): "the lookups read more than \(limit) rows"
  case .interrupted: "the lookup was interrupted"
  case .invalidKeyset, .predicateTooDeep, .predicateTooLarge: "\(error)"
  }
}

/// Of a response that was being printed when it failed.
func sentence(for error: GraphQLError) -> String {
  let path = ReportedError(error).path.joined(separator: ".")
  return "the answer ends before its end" + (path.isEmpty ? "" : ", at \(path)")
    + ": \(error.message)"
}

/// The whole story, where a client is told only that there was a failure.
private func sentence(for error: EditError) -> String {
  if case .store(let failure) = error { sentence(for: failure) } else { error.message }
}

private func sentence(for error: TokenError) -> String {
  switch error {
  case .nameTaken(let name):
    "there is or was a token named \(name) already; names are not used again"
  case .invalidName(let limit):
    "a token's name has 1 to \(limit) characters, without line breaks or blanks around it"
  case .noSuchToken(let name): "there is no token named \(name)"
  case .expiresInThePast: "the token would end before it begins"
  case .store(let failure): sentence(for: failure)
  }
}

private func sentence(for error: ImportError) -> String {
  let reason =
    switch error.problem {
    // What failed to read a file has named it.
    case .unreadable(let reason): reason
    case .store(let failure): "\(error): \(sentence(for: failure))"
    case .syntax, .unexpectedKind, .invalid, .missing, .unknownResource, .unrecognized, .slugTaken,
      .membershipTaken, .foreignLink:
      "\(error)"
    }
  return reason + "\nNothing was imported; the database is as it was."
}

private func sentence(for error: SyncError) -> String {
  let reason =
    switch error.reason {
    case .store(let failure): "the catalog cannot be written: \(sentence(for: failure))"
    case .unreachable, .status, .mustWait, .tooManyBytes, .badRedirect, .tooManyRedirects,
      .foreignRedirect, .unexpectedNotModified, .badRoot, .badPage, .foreignLink, .loop, .emptyPage,
      .tooManyObjects, .unsettled, .wouldRemoveAll, .rejected, .stopped:
      "\(error)"
    }
  let pages = grouped(error.keptPages)
  let resumption =
    error.keptPages > 0 ? " \(pages) pages are kept: the same command goes on from there." : ""
  return reason + "\nThe catalog is as it was." + resumption
}

private func sentence(for error: ServerError) -> String {
  switch error {
  case .addressInUse: "\(error) Choose another port with --port."
  case .permissionDenied: "\(error) Ports from 1024 on need no permission."
  case .addressNotAvailable, .cannotListen: "\(error)"
  }
}
