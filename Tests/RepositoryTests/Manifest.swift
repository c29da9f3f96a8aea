/// What the manifest declares: each target's name and the targets of ours it depends on.
///
/// Reads the text and not a dump of it, so that no build is nested in a test. Test targets are
/// left out: they may look at every layer.
func declaredDependencies(in manifest: String) -> [String: Set<String>] {
  var declared: [String: Set<String>] = [:]
  let openings = manifest.matches(
    of: /\.(?:target|executableTarget|systemLibrary|plugin)\(\s*name:\s*"(?<name>\w+)"/)
  for (index, opening) in openings.enumerated() {
    let end = index + 1 < openings.count ? openings[index + 1].range.lowerBound : manifest.endIndex
    let body = manifest[opening.range.upperBound..<end].prefix(upTo: ".testTarget(")
    guard !opening.isPluginUse(in: manifest) else { continue }
    declared[String(opening.name)] = dependencyNames(in: body)
  }
  return declared
}

/// The bare strings of a `dependencies: […]` list; products of other packages are calls.
private func dependencyNames(in declaration: Substring) -> Set<String> {
  guard let list = declaration.firstMatch(of: /dependencies:\s*\[(?<items>[^\]]*)\]/) else {
    return []
  }
  let ours = list.items.replacing(/\.product\([^)]*\)/, with: "")
  return Set(ours.matches(of: /"(?<name>\w+)"/).map { String($0.name) })
}

extension Substring {
  fileprivate func prefix(upTo text: String) -> Substring {
    guard let range = range(of: text) else { return self }
    return self[..<range.lowerBound]
  }
}

extension Regex<(Substring, name: Substring)>.Match {
  /// Whether this is `.plugin(name:package:)` in a target's `plugins:` list, not a declaration.
  fileprivate func isPluginUse(in manifest: String) -> Bool {
    manifest[range.upperBound...].prefixMatch(of: /\s*,\s*package:/) != nil
  }
}

/// Where the manifest and the table disagree.
func layerDifferences(
  manifest: String, table: [String: Set<String>]
) -> [Finding] {
  let declared = declaredDependencies(in: manifest)
  return Set(declared.keys).union(table.keys).sorted().compactMap { target in
    guard declared[target] != table[target] else { return nil }
    let inManifest = declared[target].map { $0.sorted().joined(separator: " ") } ?? "no such target"
    let inTable = table[target].map { $0.sorted().joined(separator: " ") } ?? "no such target"
    return Finding(
      path: "Package.swift", line: 0,
      message: "\(target): the manifest says [\(inManifest)], the table [\(inTable)]")
  }
}
