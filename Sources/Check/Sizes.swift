import Foundation

/// How long one file or function is.
private struct Size {
  let name: String
  let lines: Int
}

/// Prints the five longest files and functions. A report to read, not a gate.
func printSizes(under folder: String) throws {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    .filter { $0.hasSuffix(".swift") }
  var files: [Size] = []
  var functions: [Size] = []
  for path in paths {
    let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    files.append(Size(name: path, lines: lines.count - 1))
    functions += functionSizes(in: lines, path: path)
  }
  print("longest files")
  printLongest(files)
  print("longest functions")
  printLongest(functions)
}

private func printLongest(_ sizes: [Size]) {
  for size in sizes.sorted(by: { $0.lines > $1.lines }).prefix(5) {
    print(
      "\(String(repeating: " ", count: 5 - String(size.lines).count))\(size.lines)  \(size.name)")
  }
}

/// Functions and initialisers, from the line of their name to the brace that closes them. The
/// formatter puts that brace under the first character of the declaration.
private func functionSizes(in lines: [Substring], path: String) -> [Size] {
  lines.indices.compactMap { start in
    let line = lines[start]
    guard
      let match = line.firstMatch(
        of: /^(?<indent> *)(?:[@\w()]+ )*(?:func (?<name>[^(<]+)|init)[(<?]/),
      let length = lines[start...].firstIndex(of: "\(match.indent)}").map({ $0 - start + 1 }),
      !lines[start].hasSuffix("}")
    else { return nil }
    return Size(name: "\(path): \(match.name ?? "init")", lines: length)
  }
}
