import ArgumentParser
import JSON

/// One option of `gridql serve`: what can be said on the command line can be said in a configuration
/// file and in the environment, too.
///
/// There is no list of them: the argument parser is asked for the options that `Serve` declares, itself
/// and in its option groups. So an `@Option` or `@Flag` that is declared is a setting, with nothing else
/// to do; a flag should have `inversion: .prefixedNo`, so that the command line can take back what a file
/// says.
struct Setting: Sendable, Equatable {
  /// What a setting takes.
  enum Kind: Sendable, Equatable {
    case value
    /// Values, each with the option before it.
    case values
    /// Whether it is so; `negation` is the option that says it is not, if there is one.
    case flag(negation: String?)
  }

  /// The option without its dashes, which is the key in a file.
  let name: String
  let kind: Kind
  /// What stands for the value in the help.
  let valueName: String
  /// What the help says.
  let abstract: String
  /// What holds if nobody says anything; nil if nothing does.
  let defaultValue: SettingValue?
  /// Whether the help leaves it out.
  let isHidden: Bool

  /// The environment variable: the option in capitals.
  var variable: String {
    settingVariablePrefix
      + name.map { $0 == "-" ? "_" : $0.uppercased() }.joined()
  }

  /// The options, with their dashes, that speak of this setting.
  var options: [String] {
    switch kind {
    case .value, .values, .flag(negation: nil): ["--" + name]
    case .flag(let negation?): ["--" + name, "--" + negation]
    }
  }

  /// The arguments that say a value on the command line.
  func arguments(for value: SettingValue) -> [String] {
    switch value {
    case .text(let text): ["--\(name)=\(text)"]
    case .texts(let texts): texts.map { "--\(name)=\($0)" }
    case .state(true): ["--" + name]
    case .state(false):
      // What has no negation is off as long as nobody says it.
      if case .flag(let negation?) = kind { ["--" + negation] } else { [] }
    }
  }

  /// How the help shows the option.
  var usage: String {
    switch kind {
    case .value, .values: "--\(name) <\(valueName)>"
    case .flag: options.joined(separator: "/")
    }
  }
}

/// What all variables of ours begin with.
let settingVariablePrefix = "GRIDQL_"

/// What a setting is set to.
enum SettingValue: Sendable, Equatable {
  /// The text that the option takes.
  case text(String)
  case texts([String])
  case state(Bool)
}

extension Setting {
  /// Options that are about this run and not about the server.
  private static let namesOfOthers: Set<String> = ["config", "print-config", "version", "help"]

  /// All settings of `gridql serve`, in the order in which they are declared.
  static let all = settings(in: Serve._dumpHelp())

  /// Reads the argument parser's description of a command.
  static func settings(in description: String) -> [Setting] {
    let arguments: [ArgumentDescription]
    do {
      arguments = try ArgumentDescription.all(in: parseJSON(description))
    } catch {
      preconditionFailure("the argument parser describes a command in JSON: \(error)")
    }
    let names = Set(arguments.map(\.name))
    return arguments.compactMap { argument in
      let isNegation =
        argument.name.hasPrefix("no-") && names.contains("\(argument.name.dropFirst(3))")
      guard !namesOfOthers.contains(argument.name), !isNegation else { return nil }
      let negation = "no-" + argument.name
      return Setting(argument, negation: names.contains(negation) ? negation : nil)
    }
  }

  private init(_ argument: ArgumentDescription, negation: String?) {
    name = argument.name
    valueName = argument.valueName
    abstract = argument.abstract
    isHidden = argument.isHidden
    if argument.isFlag {
      kind = .flag(negation: negation)
      defaultValue = .state(argument.defaultText == "--" + name)
    } else {
      kind = argument.isRepeating ? .values : .value
      defaultValue = argument.defaultText.map { .text($0) }
    }
  }
}

/// What the argument parser says about an argument.
private struct ArgumentDescription {
  let name: String
  let valueName: String
  let abstract: String
  let defaultText: String?
  let isFlag: Bool
  let isRepeating: Bool
  let isHidden: Bool

  static func all(in description: JSONValue) -> [ArgumentDescription] {
    guard case .array(let arguments) = description["command"]?["arguments"] else { return [] }
    return arguments.map { argument in
      let name = text(argument["preferredName"]?["name"]) ?? ""
      return ArgumentDescription(
        name: name, valueName: text(argument["valueName"]) ?? name,
        abstract: text(argument["abstract"]) ?? "", defaultText: text(argument["defaultValue"]),
        isFlag: text(argument["kind"]) == "flag",
        isRepeating: argument["isRepeating"] == .boolean(true),
        isHidden: argument["shouldDisplay"] == .boolean(false))
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text) = value { text } else { nil }
  }
}
