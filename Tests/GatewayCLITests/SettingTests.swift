import Testing

@testable import GatewayCLI

@Suite("Settings")
struct SettingTests {
  @Test("every option that the help of gridql serve shows is one, and every one is shown")
  func sameAsHelp() throws {
    let shown = Serve.helpMessage(includeHidden: true, columns: 1000).matches(
      of: /--[a-z][a-z0-9-]*/
    )
    .map { String($0.output) }
    let settings = Setting.all
    // Options that discussions and help texts mention count as well: there are no others.
    #expect(
      Set(shown).subtracting(settings.flatMap(\.options))
        == ["--config", "--print-config", "--help"])
    #expect(Set(settings.flatMap(\.options)).subtracting(shown) == [])
    #expect(Set(settings.map(\.name)).count == settings.count)
    #expect(Set(settings.map(\.variable)).count == settings.count)
  }

  @Test("every flag can be taken back by the command line, and every setting says what it is")
  func flags() {
    for setting in Setting.all where !setting.isHidden {
      #expect(setting.kind != .flag(negation: nil), "\(setting.name)")
      #expect(!setting.abstract.isEmpty, "\(setting.name)")
    }
  }

  @Test("defaults are written as the option takes them")
  func defaults() throws {
    let arguments = Setting.all.flatMap { setting in
      setting.defaultValue.map { setting.arguments(for: $0) } ?? []
    }
    let serve = try #require(try Gridql.parseAsRoot(["serve"] + arguments) as? Serve)
    let plain = try #require(try Gridql.parseAsRoot(["serve"]) as? Serve)
    #expect(serve.limits.requestLimits == plain.limits.requestLimits)
    #expect(serve.port == plain.port)
    #expect(serve.crawl.rate == plain.crawl.rate)
  }

  @Test("are known by key, variable and option")
  func names() throws {
    let depth = try #require(Setting.all.first { $0.name == "max-depth" })
    #expect(depth.variable == "GRIDQL_MAX_DEPTH")
    #expect(depth.usage == "--max-depth <n>")
    #expect(depth.kind == .value)
    let queries = try #require(Setting.all.first { $0.name == "persisted-queries" })
    #expect(queries.kind == .flag(negation: "no-persisted-queries"))
    #expect(queries.defaultValue == .state(true))
  }
}
