import Foundation

/// One step of the check.
struct Step: Sendable {
  let name: String
  private let body: @Sendable () throws -> Int32

  /// A step that runs a program from the search path, its output going where ours goes.
  init(name: String, arguments: [String]) {
    self.name = name
    body = {
      print(arguments.joined(separator: " "))
      flushOutput()
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = arguments
      try process.run()
      process.waitUntilExit()
      switch process.terminationReason {
      case .exit: return process.terminationStatus
      case .uncaughtSignal: return 128 + process.terminationStatus
      @unknown default: return 1
      }
    }
  }

  /// A step that runs here and passes unless it throws.
  init(name: String, body: @escaping @Sendable () throws -> Void) {
    self.name = name
    self.body = {
      try body()
      return 0
    }
  }

  /// Runs the step to its end; the exit status, 0 when it passed.
  func run() throws -> Int32 {
    defer { flushOutput() }
    return try body()
  }
}

/// Makes what was printed so far come before what a child process prints.
private func flushOutput() {
  fflush(nil)
}
