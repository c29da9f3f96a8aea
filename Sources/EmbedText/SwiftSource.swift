import Foundation

/// A file to embed.
struct EmbeddedText {
  /// The file's name, without its folder.
  let file: String
  /// What it holds; must be UTF-8.
  let bytes: Data
}

/// The Swift file that declares `enum Embedded`, with one `StaticString` for each text.
///
/// A string literal goes into the binary as it is and costs nothing at start-up, and the compiler
/// takes it in a fraction of the time that an array literal of bytes needs.
func swiftSource(embedding texts: [EmbeddedText]) throws(EmbeddingError) -> String {
  var source = "/// Texts that the build embedded; see `EmbedTextPlugin`.\nenum Embedded {\n"
  var names: Set<String> = []
  for text in texts {
    guard let content = String(validating: text.bytes, as: UTF8.self) else {
      throw .notUTF8(file: text.file)
    }
    let name = constantName(of: text.file)
    guard names.insert(name).inserted else { throw .sameConstant(name: name) }
    source += "  /// `\(text.file)`.\n"
    source += "  static let \(name): StaticString = \"\(escaped(content))\"\n"
  }
  return source + "}\n"
}

/// A file's name as a Swift constant: `sample-catalog.ndjson` gives `sampleCatalogNDJSON`.
func constantName(of file: String) -> String {
  let words = file.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
  var name = ""
  for (index, word) in words.enumerated() {
    name += index == 0 ? lowercasedFirst(word) : spellings[word] ?? uppercasedFirst(word)
  }
  return name.first?.isLetter == true ? name : "_" + name
}

/// Words whose capitals are not just the first letter.
private let spellings = [
  "css": "CSS", "graphql": "GraphQL", "html": "HTML", "js": "JS", "json": "JSON",
  "ndjson": "NDJSON", "sdl": "SDL", "sql": "SQL",
]

private func lowercasedFirst(_ word: String) -> String {
  word.prefix(1).lowercased() + word.dropFirst()
}

private func uppercasedFirst(_ word: String) -> String {
  word.prefix(1).uppercased() + word.dropFirst()
}

/// A text as the inside of a Swift string literal of one line.
///
/// Escapes what ends the literal or starts an escape, and every character that an editor may not
/// show or a compiler may not accept: controls, separators, direction marks and other formats.
func escaped(_ text: String) -> String {
  var literal = ""
  literal.reserveCapacity(text.utf8.count * 5 / 4)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case "\r": literal += "\\r"
    case "\t": literal += "\\t"
    case " "..."~": literal.unicodeScalars.append(scalar)
    case let scalar where isInvisible(scalar):
      literal += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
  default: false
  }
}
