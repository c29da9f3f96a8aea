/// Citations of the GraphQL specification in a file that do not name a heading of the pinned
/// edition by number and title.
///
/// A citation is `Spec §6.3.2 Field Collection`, or the same without `Spec` at the start of a
/// string (a suite's name) or after a comma that follows another citation. Other documents are
/// named before their section sign, as in `RFC 9112 §6.3`, and are left alone.
func unresolvedCitations(in file: RepositoryFile, headings: [String: String]) -> [Finding] {
  let lines = file.numberedLines
  return lines.indices.filter { lines[$0].text.contains("§") }.flatMap { index in
    let (number, line) = lines[index]
    let next = index + 1 < lines.endIndex ? String(lines[index + 1].text) : ""
    return line.matches(of: /§(?<number>\d+(?:\.\d+)*)/).compactMap { match -> Finding? in
      guard isSpecCitation(precededBy: line[..<match.range.lowerBound]) else { return nil }
      guard let title = headings[String(match.number)] else {
        return Finding(path: file.path, line: number, message: "§\(match.number) is no section")
      }
      guard startsWithTitle(title, line[match.range.upperBound...] + "\n" + next) else {
        return Finding(
          path: file.path, line: number, message: "§\(match.number) is titled \(title)")
      }
      return nil
    }
  }
}

/// Whether what stands before a section sign says that it cites the specification.
private func isSpecCitation(precededBy text: Substring) -> Bool {
  if text.hasSuffix("Spec ") || text.hasSuffix("\"") { return true }
  return text.contains("Spec §") && text.contains(/(?:, |and |or )$/)
}

/// Whether `text` goes on with `title`, which a comment may break over two lines.
private func startsWithTitle(_ title: String, _ text: Substring) -> Bool {
  let unwrapped = text.prefix(200).replacing(/\s*\n\s*\/\/+\s*/, with: " ")
  guard unwrapped.hasPrefix(" " + title) else { return false }
  let next = unwrapped.dropFirst(title.count + 1).first
  return next.map { !$0.isLetter && !$0.isNumber } ?? true
}
