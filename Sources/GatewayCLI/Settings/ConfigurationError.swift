import JSON

/// Settings that cannot be: where they stand, what is wrong, and what to do.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  struct Problem: Equatable {
    enum Reason: Equatable {
      /// No setting has the name; the one that may be meant.
      case unknown(nearest: String?)
      case repeated
      /// The text or the list is not what the setting takes.
      case wrongKind(found: String, expected: String)
      /// What the argument parser says of the value.
      case invalid(message: String, usage: String, abstract: String)
      case malformed(JSONError)
    }

    let source: SettingSource
    let reason: Reason
  }

  let problems: [Problem]

  init(_ problems: [Problem]) {
    self.problems = problems
  }

  init(_ source: SettingSource, _ reason: Problem.Reason) {
    self.init([Problem(source: source, reason: reason)])
  }

  var description: String {
    problems.map { "\($0.source): \($0.reason)" }.joined(separator: "\n")
  }
}

extension ConfigurationError.Problem.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknown(let nearest):
      "there is no such setting" + (nearest.map { "; did you mean \($0)?" } ?? ".")
    case .repeated: "it is set here for the second time."
    case .wrongKind(let found, let expected): "expected \(expected), found \(found)."
    case .invalid(let message, let usage, let abstract):
      "\(message)\n  \(usage): \(abstract)"
    case .malformed(let error): "\(error)"
    }
  }
}

/// Where the value of a setting comes from; what comes later here is heard first.
enum SettingSource: Equatable, CustomStringConvertible {
  case initial
  /// A configuration file; the key and its line, or nil for the file as a whole.
  case file(path: String, key: String?, line: Int)
  case environment(variable: String)
  case commandLine(option: String)

  var description: String {
    switch self {
    case .initial: "the default"
    case .file(let path, nil, _): path
    case .file(let path, let key?, let line): "\(path), line \(line), \"\(key)\""
    case .environment(let variable): variable
    case .commandLine(let option): option
    }
  }
}
