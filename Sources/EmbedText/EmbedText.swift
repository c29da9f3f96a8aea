import Foundation

/// Writes a Swift file with one constant for each text file: `EmbedText OUTPUT INPUT…`.
@main
enum EmbedText {
  static func main() {
    do {
      try embed(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  /// Embeds every path but the first in the file that the first one names.
  private static func embed(_ paths: [String]) throws {
    guard let output = paths.first else { throw EmbeddingError.noOutput }
    let texts = try paths.dropFirst().map { path in
      let name = URL(filePath: path).lastPathComponent
      return EmbeddedText(file: name, bytes: try Data(contentsOf: URL(filePath: path)))
    }
    try Data(swiftSource(embedding: texts).utf8).write(to: URL(filePath: output))
  }
}

/// Why nothing was embedded.
enum EmbeddingError: Error, Equatable, CustomStringConvertible {
  case noOutput
  case notUTF8(file: String)
  case sameConstant(name: String)

  var description: String {
    switch self {
    case .noOutput: "usage: EmbedText OUTPUT INPUT…"
    case .notUTF8(let file): "\(file) is no UTF-8 text"
    case .sameConstant(let name): "two files would be named \(name)"
    }
  }
}
