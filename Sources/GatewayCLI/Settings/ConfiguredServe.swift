import ArgumentParser

/// `gridql serve` with what the command line, the environment and a configuration file say of it.
///
/// What file and environment say is put before the arguments of the command line, as if it had been
/// typed there: so there is one set of options, one way to read their values and one place for their
/// defaults, and the option said last counts. What is wrong with such an argument is told of the place
/// that it comes from.
struct ConfiguredServe {
  let serve: Serve
  /// The settings in the order of their declaration, with what holds.
  let settings: [EffectiveSetting]

  /// Reads the command line, which begins with `serve`, and what else there is.
  ///
  /// Throws what the argument parser throws, a `FileError` or a `ConfigurationError`.
  init(arguments: [String], environment: [String: String]) throws {
    let said = SaidSettings(arguments, settings: Setting.all)
    settings = try effectiveSettings(Setting.all, said: said, environment: environment)
    serve = try Self.parse(arguments, settings)
  }

  /// Whether the arguments are for this command, and do not just ask for help.
  static func isMeant(by arguments: [String]) -> Bool {
    arguments.first == Serve._commandName
      && !arguments.contains { ["-h", "--help", "--version"].contains($0) }
      && !arguments.contains { $0.hasPrefix("--experimental-") || $0.hasPrefix("---") }
  }

  /// Serves, or prints the configuration if that was asked for.
  func run() async throws {
    if serve.printsConfiguration {
      try standardOutput.write(configurationText(of: settings))
    } else {
      try await serve.run()
    }
  }

  private static func parse(_ arguments: [String], _ settings: [EffectiveSetting]) throws -> Serve {
    let configured = settings.filter(\.isConfigured)
    func parse(without omitted: EffectiveSetting?) throws -> Serve {
      let injected = configured.filter { $0.setting.name != omitted?.setting.name }
        .flatMap(\.arguments)
      let command = try Gridql.parseAsRoot([Serve._commandName] + injected + arguments.dropFirst())
      guard let serve = command as? Serve else {
        preconditionFailure("\(Serve._commandName) is the command of Serve")
      }
      return serve
    }
    func complaint(without omitted: EffectiveSetting?) -> String? {
      do {
        _ = try parse(without: omitted)
        return nil
      } catch {
        return Gridql.message(for: error)
      }
    }
    do {
      return try parse(without: nil)
    } catch {
      let message = Gridql.message(for: error)
      // The one without which there is nothing wrong, or something else.
      guard let culprit = configured.first(where: { complaint(without: $0) != message }) else {
        throw error
      }
      throw ConfigurationError(culprit.source, culprit.refusal(message))
    }
  }
}

/// A setting, what it is set to, and by whom.
struct EffectiveSetting {
  let setting: Setting
  /// Nil if it is not set and has no default.
  let value: SettingValue?
  let source: SettingSource

  /// Whether a file or the environment says it.
  var isConfigured: Bool {
    switch source {
    case .file, .environment: true
    case .initial, .commandLine: false
    }
  }

  /// What would say the same on the command line.
  var arguments: [String] {
    value.map { setting.arguments(for: $0) } ?? []
  }

  fileprivate func refusal(_ message: String) -> ConfigurationError.Problem.Reason {
    .invalid(message: message, usage: setting.usage, abstract: setting.abstract)
  }
}
