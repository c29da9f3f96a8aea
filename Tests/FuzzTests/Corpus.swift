import Foundation
import Testing

/// The inputs that are kept, a folder for each target: seeds, and whatever once broke something,
/// named for that.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  let target: FuzzTarget
  let name: String
  let input: [UInt8]

  var testDescription: String { "\(target.rawValue)/\(name)" }

  /// All of them, in the order of their names.
  static func all() throws -> [CorpusFile] {
    try FuzzTarget.allCases.flatMap { try files(of: $0) }
  }

  static func files(of target: FuzzTarget) throws -> [CorpusFile] {
    guard let resources = Bundle.module.resourceURL else { return [] }
    let folder = resources.appending(path: "Corpus/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      CorpusFile(
        target: target, name: name,
        input: Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }
}
