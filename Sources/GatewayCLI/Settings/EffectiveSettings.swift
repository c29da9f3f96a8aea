import Configuration
import GraphQLLanguage
import Synchronization

/// What the command line says of the settings.
struct SaidSettings {
  /// By name; the last value of an option that takes one.
  private(set) var values: [String: SettingValue] = [:]
  /// The configuration file's path.
  private(set) var configurationPath: String?

  /// Finds the options among the arguments. What is no option of ours is left to the argument parser.
  init(_ arguments: [String], settings: [Setting]) {
    var settingsByOption: [String: Setting] = [:]
    for setting in settings {
      for option in setting.options { settingsByOption[option] = setting }
    }
    var rest = arguments.prefix { $0 != "--" }
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = parts.first.map(String.init) ?? ""
      let attached = parts.count > 1 ? String(parts[1]) : nil
      if option == "--config" {
        configurationPath = attached ?? rest.popFirst()
      } else if let setting = settingsByOption[option] {
        add(setting, option, attached, &rest)
      }
    }
  }

  private mutating func add(
    _ setting: Setting, _ option: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) {
    switch setting.kind {
    case .flag: values[setting.name] = .state(option == "--" + setting.name)
    case .value: values[setting.name] = (attached ?? rest.popFirst()).map { .text($0) }
    case .values:
      guard let text = attached ?? rest.popFirst() else { return }
      let before = if case .texts(let texts) = values[setting.name] { texts } else { [String]() }
      values[setting.name] = .texts(before + [text])
    }
  }
}

/// What holds of each setting: what the command line says, else the environment, else the file, else the
/// default.
func effectiveSettings(
  _ settings: [Setting], said: SaidSettings, environment: [String: String]
) throws -> [EffectiveSetting] {
  let environment = ourVariables(of: environment)
  let path = said.configurationPath ?? environment[configurationVariable]
  let file = try path.map { try ConfigurationFile(path: $0, settings: settings) }
  try checkVariables(environment, settings)

  let sources = SourceRecorder()
  var providers: [any ConfigProvider] = [
    EnvironmentVariablesProvider(environmentVariables: environment)
      .prefixKeys(with: ConfigKey([settingVariablePrefix.dropLast().lowercased()]))
  ]
  if let file { providers.append(file.provider) }
  let reader = ConfigReader(providers: providers, accessReporter: sources)

  return try settings.map { setting in
    if let value = said.values[setting.name] {
      let option = setting.options[value == .state(false) ? setting.options.count - 1 : 0]
      return EffectiveSetting(
        setting: setting, value: value, source: .commandLine(option: option))
    }
    let value = configuredValue(of: setting, in: reader)
    let source: SettingSource
    switch sources.indexOfLast(in: providers) {
    case 0?: source = .environment(variable: setting.variable)
    case _?:
      source = .file(
        path: path ?? "", key: setting.name, line: file?.entries[setting.name]?.line ?? 0)
    case nil: source = .initial
    }
    return try EffectiveSetting(
      setting: setting,
      value: value.map { try setting.read($0, from: source) } ?? setting.defaultValue,
      source: source)
  }
}

/// What names the configuration file, unless `--config` does.
private let configurationVariable = settingVariablePrefix + "CONFIG"

private func configuredValue(of setting: Setting, in reader: ConfigReader) -> SettingValue? {
  let key = ConfigKey([setting.name])
  return switch setting.kind {
  case .values: reader.stringArray(forKey: key).map { .texts($0) }
  case .value, .flag: reader.string(forKey: key).map { .text($0) }
  }
}

extension Setting {
  /// A flag's text as what it says.
  fileprivate func read(
    _ value: SettingValue, from source: SettingSource
  ) throws(ConfigurationError) -> SettingValue {
    guard case .flag = kind, case .text(let text) = value else { return value }
    switch text {
    case "true": return .state(true)
    case "false": return .state(false)
    default:
      throw ConfigurationError(
        source, .wrongKind(found: "\"\(text)\"", expected: kind.expectation))
    }
  }
}

/// The variables that speak to us. An empty one says nothing.
///
/// What Kubernetes tells every container of a service that happens to be called gridql is not for us:
/// `GRIDQL_SERVICE_HOST`, `GRIDQL_PORT=tcp://10.0.0.1:80`, `GRIDQL_PORT_80_TCP` and the like.
private func ourVariables(of environment: [String: String]) -> [String: String] {
  environment.filter { name, value in
    name.hasPrefix(settingVariablePrefix) && !value.isEmpty
      && !name.hasPrefix(settingVariablePrefix + "SERVICE_")
      && !name.hasPrefix(settingVariablePrefix + "PORT_")
      && !(name == settingVariablePrefix + "PORT" && value.contains("://"))
  }
}

/// Refuses variables that no setting has. Their values, which nobody knows, are not told.
private func checkVariables(
  _ environment: [String: String], _ settings: [Setting]
) throws(ConfigurationError) {
  let known = [configurationVariable] + settings.map(\.variable)
  let problems = environment.keys.sorted().filter { !known.contains($0) }.map { name in
    ConfigurationError.Problem(
      source: .environment(variable: name),
      reason: .unknown(nearest: nearest(name, in: known)))
  }
  if !problems.isEmpty { throw ConfigurationError(problems) }
}

/// The variable that may be meant; what all have in common makes none similar.
private func nearest(_ name: String, in known: [String]) -> String? {
  let length = settingVariablePrefix.count
  return suggestionList(
    String(name.dropFirst(length)), known.map { String($0.dropFirst(length)) }
  ).first.map { settingVariablePrefix + $0 }
}

/// Remembers which provider answered last.
private final class SourceRecorder: AccessReporter {
  private let name = Mutex<String?>(nil)

  func report(_ event: AccessEvent) {
    let found = event.providerResults.first { result in
      if case .success(let lookup) = result.result { lookup.value != nil } else { false }
    }
    name.withLock { $0 = found?.providerName }
  }

  /// The place of that provider; nil if none had a value.
  func indexOfLast(in providers: [any ConfigProvider]) -> Int? {
    let name = name.withLock { $0 }
    return name.flatMap { name in providers.firstIndex { $0.providerName == name } }
  }
}
