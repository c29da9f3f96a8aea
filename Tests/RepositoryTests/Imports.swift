/// One `import` of a Swift file.
struct ImportDeclaration: Equatable {
  let module: String
  let line: Int
}

/// The imports of a file, `@testable`, access levels and `import struct A.B` included.
func imports(in file: RepositoryFile) -> [ImportDeclaration] {
  let code = RepositoryFile(path: file.path, text: codeText(of: file.text))
  let kinds = /(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?/
  return code.numberedLines.compactMap { number, line in
    guard
      let match = line.firstMatch(of: /^\s*(?:@\w+\s+|\w+\s+)*import\s+(?<rest>.+)$/),
      let module = match.rest.trimmingPrefix(kinds).firstMatch(of: /^\w+/)
    else { return nil }
    return ImportDeclaration(module: String(module.output), line: number)
  }
}

/// Imports of our own targets that the table does not allow.
func forbiddenImports(in file: RepositoryFile, table: [String: Set<String>]) -> [Finding] {
  guard let target = file.target else { return [] }
  guard let allowed = table[target] else {
    return [Finding(path: file.path, line: 0, message: "target \(target) is not in the table")]
  }
  return imports(in: file).filter { table.keys.contains($0.module) && !allowed.contains($0.module) }
    .map {
      Finding(path: file.path, line: $0.line, message: "\(target) may not import \($0.module)")
    }
}

/// Imports of Foundation, in whole or in part, on the request path.
func foundationImports(in file: RepositoryFile, targets: Set<String>) -> [Finding] {
  guard let target = file.target, targets.contains(target) else { return [] }
  return imports(in: file).filter { $0.module.hasPrefix("Foundation") }
    .map {
      Finding(
        path: file.path, line: $0.line, message: "\(target) is on the request path: no \($0.module)"
      )
    }
}
