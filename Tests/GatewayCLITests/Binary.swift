import Foundation

@testable import GatewayCLI

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
    let running = try RunningBinary(arguments)
    try running.write(input)
    try running.input.close()
    let output =
      try readingBytes.map { try running.output.read(upToCount: $0) } ?? running.output.readToEnd()
    try running.output.close()
    return try running.wait(output: output ?? Data())
  }

  private struct NotBuilt: Error {}

  /// Looks in the folders above the test bundle, whose path is one of this process's arguments.
  fileprivate static func url() throws -> URL {
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

/// A command that has been started.
struct RunningBinary {
  /// What the command reads.
  let input: FileHandle
  /// What the command writes.
  let output: FileHandle

  private let process = Process()
  private let errorURL: URL

  init(_ arguments: [String]) throws {
    let (inputPipe, outputPipe) = (Pipe(), Pipe())
    // A file, because a full pipe of errors would hold up one who reads the output first.
    errorURL = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: errorURL)
    process.executableURL = try Binary.url()
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
    input = inputPipe.fileHandleForWriting
    output = outputPipe.fileHandleForReading
  }

  /// Writes to the command, as far as it reads: one that refuses its arguments ends before.
  func write(_ text: String) throws {
    ignoreBrokenPipes()
    do {
      try input.write(contentsOf: Data(text.utf8))
    } catch let error as CocoaError where error.code == .fileWriteUnknown {
      // What Foundation makes of EPIPE. What the command says shows whether it missed anything.
    }
  }

  /// The process that runs.
  var processID: Int32 { process.processIdentifier }

  /// Asks the command to end: SIGTERM.
  func terminate() {
    process.terminate()
  }

  /// Waits for the end.
  func wait(output: Data) throws -> Binary.Result {
    process.waitUntilExit()
    let error = try Data(contentsOf: errorURL)
    try FileManager.default.removeItem(at: errorURL)
    return Binary.Result(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self))
  }
}
