import Foundation

/// A C library of the system that the package is built against.
private struct SystemLibrary {
  let header: String
  let debianPackage: String
  let brewPackage: String
}

private let systemLibraries = [
  SystemLibrary(header: "sqlite3.h", debianPackage: "libsqlite3-dev", brewPackage: "sqlite"),
  SystemLibrary(header: "zlib.h", debianPackage: "zlib1g-dev", brewPackage: "zlib"),
]

/// One line that says what to install; nil when nothing is missing.
func missingLibraries() -> String? {
  let missing = systemLibraries.filter { !isInstalled($0.header) }
  guard !missing.isEmpty else { return nil }
  let headers = missing.map(\.header).joined(separator: ", ")
  let debian = missing.map(\.debianPackage).joined(separator: " ")
  let brew = missing.map(\.brewPackage).joined(separator: " ")
  return "missing \(headers): run `apt-get install \(debian)` (Debian) or `brew install \(brew)`"
}

private func isInstalled(_ header: String) -> Bool {
  #if os(macOS)
    return true  // The SDK has both.
  #else
    let own = ProcessInfo.processInfo.environment["CPATH"]?.split(separator: ":").map(String.init)
    return (["/usr/include", "/usr/local/include"] + (own ?? []))
      .contains { FileManager.default.fileExists(atPath: "\($0)/\(header)") }
  #endif
}
