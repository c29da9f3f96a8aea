/// Code that this repository does without.
struct ForbiddenCode: Sendable {
  let name: String
  let instead: String
  /// Whether programs (and not only libraries) do without it too.
  let alsoInPrograms: Bool
  private let matches: @Sendable (Substring) -> Bool

  init(
    _ name: String, instead: String, alsoInPrograms: Bool = true,
    matches: @escaping @Sendable (Substring) -> Bool
  ) {
    self.name = name
    self.instead = instead
    self.alsoInPrograms = alsoInPrograms
    self.matches = matches
  }

  /// Whether a line of code uses it in a file of `target`.
  func isUsed(in line: Substring, target: String?) -> Bool {
    (alsoInPrograms || !programs.contains(target ?? "")) && matches(line)
  }
}

/// One finding for each line of `file` and each piece of forbidden code it uses, comments and
/// strings left aside.
func forbiddenCode(in file: RepositoryFile) -> [Finding] {
  let code = RepositoryFile(path: file.path, text: codeText(of: file.text))
  return code.numberedLines.flatMap { number, line in
    forbiddenCode.filter { $0.isUsed(in: line, target: file.target) }
      .map { Finding(path: file.path, line: number, message: "\($0.name): \($0.instead)") }
  }
}

/// What no file under `Sources` may contain.
let forbiddenCode = [
  ForbiddenCode("try?", instead: "look at the error") {
    $0.contains("try?") && $0.contains(/\btry\?/)
  },
  ForbiddenCode("try!", instead: "throw, or state the invariant") {
    $0.contains("try!") && $0.contains(/\btry!/)
  },
  ForbiddenCode("as!", instead: "make the set closed with an enum") { $0.contains("as!") },
  ForbiddenCode("empty catch", instead: "handle the error or let it pass") {
    $0.contains("catch") && $0.contains(/\bcatch\s*\{\s*\}/)
  },
  ForbiddenCode("@unchecked Sendable", instead: "confine the value or guard it") {
    $0.contains("@unchecked Sendable")
  },
  ForbiddenCode("nonisolated(unsafe)", instead: "confine the value or guard it") {
    $0.contains("nonisolated(unsafe)")
  },
  ForbiddenCode("print", instead: "libraries do not write to stdout", alsoInPrograms: false) {
    $0.contains("print(") && $0.contains(/(?:^|[^.\w])print\(/) && !$0.contains("func print(")
  },
]

/// Notes to oneself without the number of the issue that will remove them.
func bareNotes(in file: RepositoryFile) -> [Finding] {
  let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
  return file.numberedLines.flatMap { number, line in
    words.filter { word in
      line.ranges(of: word).contains { range in
        let before = line[..<range.lowerBound].last
        let after = line[range.upperBound...]
        return before?.isLetter != true && after.first?.isLetter != true
          && after.prefixMatch(of: /\(#\d+\)/) == nil
      }
    }
    .map { Finding(path: file.path, line: number, message: "\($0) without an issue number") }
  }
}

/// Absolute paths of somebody's machine.
func machinePaths(in file: RepositoryFile) -> [Finding] {
  let folders = ["home", "Users", "root", "work"]
  return file.numberedLines.filter { _, line in
    folders.contains { folder in
      let path = "/" + folder + "/"
      return line.ranges(of: path).contains { range in
        guard let before = line[..<range.lowerBound].last else { return true }
        return " \"'(=`:".contains(before)
      }
    }
  }
  .map { Finding(path: file.path, line: $0.number, message: "a path of one machine") }
}
