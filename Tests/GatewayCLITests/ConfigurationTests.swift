import JSON
import Testing

@testable import GatewayCLI

/// What holds of a setting when file, environment and command line say something of it.
private func effective(
  _ name: String, file: String? = nil, variable: String? = nil, option: String? = nil
) throws -> (value: SettingValue?, source: String) {
  try TemporaryFolder.with { folder in
    var arguments = ["serve"]
    if let file { arguments.append("--config=" + (try folder.file("gridql.json", file))) }
    if let option { arguments.append(option) }
    var environment = ["PATH": "/bin"]
    if let variable { environment["GRIDQL_" + variable.prefix { $0 != "=" }] = after(variable) }
    let configured = try ConfiguredServe(arguments: arguments, environment: environment)
    let setting = try #require(configured.settings.first { $0.setting.name == name })
    return (setting.value, setting.source.description.replacing(folder.path + "/", with: ""))
  }
}

private func after(_ assignment: String) -> String {
  String(assignment.drop { $0 != "=" }.dropFirst())
}

/// What is wrong with settings.
private func complaint(
  file: String? = nil, environment: [String: String] = [:], arguments: [String] = []
) throws -> String {
  try TemporaryFolder.with { folder in
    var arguments = ["serve"] + arguments
    if let file { arguments += ["--config", try folder.file("gridql.json", file)] }
    let error = #expect(throws: ConfigurationError.self) {
      try ConfiguredServe(arguments: arguments, environment: environment)
    }
    return (error?.description ?? "").replacing(folder.path + "/", with: "")
  }
}

@Suite("Configuration of gridql serve")
struct ConfigurationTests {
  struct Case: Sendable {
    var file: String?
    var variable: String?
    var option: String?
    let value: String?
    let source: String
  }

  @Test(
    "the command line counts before the environment, that before the file, that before the default",
    arguments: [
      Case(value: "8080", source: "the default"),
      Case(file: "{\"port\": 1}", value: "1", source: "gridql.json, line 1, \"port\""),
      Case(file: "{\n\"port\": \"1\"}", value: "1", source: "gridql.json, line 2, \"port\""),
      Case(file: "{\"port\": null}", value: "8080", source: "the default"),
      Case(variable: "PORT=2", value: "2", source: "GRIDQL_PORT"),
      Case(variable: "PORT=", value: "8080", source: "the default"),
      Case(option: "--port=3", value: "3", source: "--port"),
      Case(file: "{\"port\": 1}", variable: "PORT=2", value: "2", source: "GRIDQL_PORT"),
      Case(file: "{\"port\": 1}", option: "--port=3", value: "3", source: "--port"),
      Case(variable: "PORT=2", option: "--port=3", value: "3", source: "--port"),
      Case(
        file: "{\"port\": 1}", variable: "PORT=2", option: "--port=3", value: "3", source: "--port"
      ),
    ])
  func precedence(test: Case) throws {
    let (value, source) = try effective(
      "port", file: test.file, variable: test.variable, option: test.option)
    #expect(value == test.value.map { .text($0) })
    #expect(source == test.source)
  }

  @Test(
    "a flag is true or false, and the command line takes back what others say",
    arguments: [
      Case(value: "false", source: "the default"),
      Case(
        file: #"{"require-token": true}"#, value: "true",
        source: "gridql.json, line 1, \"require-token\""),
      Case(
        file: #"{"require-token": true}"#, variable: "REQUIRE_TOKEN=false", value: "false",
        source: "GRIDQL_REQUIRE_TOKEN"),
      Case(
        file: #"{"require-token": true}"#, option: "--no-require-token", value: "false",
        source: "--no-require-token"),
    ])
  func flags(test: Case) throws {
    let (value, source) = try effective(
      "require-token", file: test.file, variable: test.variable, option: test.option)
    #expect(value == .state(test.value == "true"))
    #expect(source == test.source)
  }

  @Test("reaches the command as if it had been typed")
  func reachesCommand() throws {
    let configured = try ConfiguredServe(
      arguments: ["serve", "--port", "3", "--max-depth=7"],
      environment: [
        "GRIDQL_PORT": "2", "GRIDQL_EXPLORER": "off", "GRIDQL_PERSISTED_QUERIES": "false",
        "GRIDQL_DATABASE": "-odd.db",
      ])
    #expect(configured.serve.port == 3)
    #expect(configured.serve.explorer == .off)
    #expect(configured.serve.database == "-odd.db")
    #expect(!configured.serve.documents.remembersDocuments)
    #expect(configured.serve.limits.requestLimits.depth == 7)
  }

  @Test(
    "what is wrong is told with its place, its value and what there could be",
    arguments: [
      (
        #"{"prot": 1}"#,
        #"gridql.json, line 1, "prot": there is no such setting; did you mean "port"?"#
      ),
      (
        #"{"port": 1, "port": 2}"#,
        #"gridql.json, line 1, "port": it is set here for the second time."#
      ),
      (
        "{\n  \"port\": true\n}",
        #"gridql.json, line 2, "port": expected a text or a number, found true."#
      ),
      (
        #"{"require-token": "yes"}"#,
        #"gridql.json, line 1, "require-token": expected true or false, found "yes"."#
      ),
      (
        #"{"max-depth": 0}"#,
        """
        gridql.json, line 1, "max-depth": The value '0' is invalid for '--max-depth <n>'
          --max-depth <n>: Levels of fields within each other.
        """
      ),
      (
        #"{"host": "::1", "port": 65536}"#,
        """
        gridql.json, line 1, "port": --port must be from 0 to 65535.
          --port <port>: The port to listen on; 0 is any free one.
        """
      ),
      (
        #"{"trusted-documents-only": true}"#,
        """
        gridql.json, line 1, "trusted-documents-only": \
        --trusted-documents-only needs --trusted-documents.
          --trusted-documents-only/--no-trusted-documents-only: Refuse all documents that are not trusted.
        """
      ),
      ("[]", "gridql.json: Expected an object, found a list (line 1, column 1)"),
      (
        #"{"port": 1"#,
        #"gridql.json: Expected "," or "}", found the end of the text (line 1, column 11)"#
      ),
    ])
  func complaints(file: String, expected: String) throws {
    #expect(try complaint(file: file) == expected)
  }

  @Test("all unknown names are told at once, and the value of none")
  func unknownNames() throws {
    #expect(
      try complaint(environment: ["GRIDQL_TOKEN": "secret", "GRIDQL_PROT": "1"])
        == """
        GRIDQL_PROT: there is no such setting; did you mean GRIDQL_PORT?
        GRIDQL_TOKEN: there is no such setting.
        """)
  }

  @Test("the environment's values are checked as any")
  func environmentValues() throws {
    #expect(
      try complaint(environment: ["GRIDQL_EXPLORER": "maybe"]).hasPrefix(
        "GRIDQL_EXPLORER: The value 'maybe' is invalid for '--explorer <explorer>'."))
    #expect(
      try complaint(environment: ["GRIDQL_REQUIRE_TOKEN": "1"])
        == "GRIDQL_REQUIRE_TOKEN: expected true or false, found \"1\".")
  }

  @Test("what Kubernetes says of a service with our name is not for us")
  func kubernetes() throws {
    let configured = try ConfiguredServe(
      arguments: ["serve"],
      environment: [
        "GRIDQL_SERVICE_HOST": "10.0.0.1", "GRIDQL_PORT": "tcp://10.0.0.1:80",
        "GRIDQL_PORT_80_TCP_ADDR": "10.0.0.1", "GRIDQL_SERVICE_PORT": "80",
      ])
    #expect(configured.serve.port == 8080)
  }

  @Test("a wrong command line stays the parser's to tell")
  func commandLine() throws {
    let error = #expect(throws: (any Error).self) {
      try ConfiguredServe(
        arguments: ["serve", "--port", "x"], environment: ["GRIDQL_HOST": "::1"])
    }
    #expect(error.map { Gridql.message(for: $0) } == "The value 'x' is invalid for '--port <port>'")
  }

  @Test("is printed as a file that says the same, with the sources as a note")
  func printed() throws {
    try TemporaryFolder.with { folder in
      let first = try ConfiguredServe(
        arguments: ["serve", "--rate", "0.50", "--database", "a \"b\".db", "--max-rows=none"],
        environment: ["GRIDQL_REQUIRE_TOKEN": "true"])
      let text = String(decoding: configurationText(of: first.settings), as: UTF8.self)
      let value = try parseJSON(text)
      #expect(value["rate"] == .number(0.5))
      #expect(text.contains("\"rate\": 0.50,\n"))
      #expect(value["public-url"] == .null)
      #expect(value["benchmark-route"] == nil)
      #expect(
        value["$sources"]
          == .object([
            JSONMember(name: "database", value: .string("--database")),
            JSONMember(name: "rate", value: .string("--rate")),
            JSONMember(name: "max-rows", value: .string("--max-rows")),
            JSONMember(name: "require-token", value: .string("GRIDQL_REQUIRE_TOKEN")),
          ]))
      let again = try ConfiguredServe(
        arguments: ["serve", "--config", try folder.file("gridql.json", text)], environment: [:])
      #expect(again.settings.map(\.value) == first.settings.map(\.value))
    }
  }
}
