import Foundation

/// The command as it was built beside these tests.
enum Binary {
  struct Result: Equatable {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the command to its end; closes its output after `readingBytes`, if given.
  static func run(
    _ arguments: [String], input: String = "", readingBytes: Int? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = try url()
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    let (inputPipe, outputPipe) = (Pipe(), Pipe())
    // A file, because a full pipe of errors would hold up one that is read after the output.
    let errorURL = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: errorURL)
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    let reader = outputPipe.fileHandleForReading
    let output = try readingBytes.map { try reader.read(upToCount: $0) } ?? reader.readToEnd()
    try reader.close()
    process.waitUntilExit()
    let error = try Data(contentsOf: errorURL)
    try FileManager.default.removeItem(at: errorURL)
    return Result(
      status: process.terminationStatus, output: String(decoding: output ?? Data(), as: UTF8.self),
      error: String(decoding: error, as: UTF8.self))
  }

  private struct NotBuilt: Error {}

  /// Looks in the folders above the test bundle, whose path is one of this process's arguments.
  private static func url() throws -> URL {
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var folder = URL(filePath: argument)
      while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let binary = folder.appending(path: "gridql")
        if FileManager.default.isExecutableFile(atPath: binary.path) { return binary }
      }
    }
    throw NotBuilt()
  }
}
