import ArgumentParser
import GraphQLLanguage
import GraphQLSchema

/// A draft later than the September 2025 edition that the tool commands know if asked to.
enum Experiment: String, CaseIterable, ExpressibleByArgument {
  /// Directives on the definitions of directives, and deprecated directives.
  case directivesOnDirectives = "directives-on-directives"
  /// Fragments with variables, and arguments on their spreads.
  case fragmentArguments = "fragment-arguments"
  /// The directives `@defer` and `@stream`.
  case incrementalDelivery = "incremental-delivery"
  /// What an execution error does to the rest of the response.
  case onError = "on-error"

  /// The names of all, as a sentence lists them.
  static var names: String { andList(allCases.map(\.rawValue)) }
}

/// The drafts that hold for one document.
typealias Experiments = Set<Experiment>

extension Experiments {
  /// How documents and schemas are parsed.
  var parseOptions: ParseOptions {
    var options = ParseOptions()
    options.allowsFragmentArguments = contains(.fragmentArguments)
    options.allowsDirectivesOnDirectiveDefinitions = contains(.directivesOnDirectives)
    return options
  }

  /// What is built into schemas.
  var schemaOptions: SchemaOptions {
    SchemaOptions(
      allowsDirectivesOnDirectiveDefinitions: contains(.directivesOnDirectives),
      definesDeferAndStream: contains(.incrementalDelivery))
  }
}

/// The option `--experimental`, which may be repeated.
struct ExperimentalOptions: ParsableArguments {
  @Option(
    name: .customLong("experimental"),
    help: ArgumentHelp(
      "Also know a draft later than the edition; may be repeated.", valueName: "name"))
  private var names: [Experiment] = []

  /// What is asked for on the command line.
  var experiments: Experiments { Experiments(names) }
}

extension BatchRequest {
  /// The drafts that hold for a line: those of the command line, and those that it names itself.
  func experiments(besides others: Experiments) throws(BatchError) -> Experiments {
    let member = "experimental"
    guard let value = try optionalElements(member) else { return others }
    var experiments = others
    for element in value {
      guard case .string(let name) = element else {
        throw .unexpectedKind(member, expected: "a list of names")
      }
      guard let experiment = Experiment(rawValue: name) else { throw .unknownExperiment(name) }
      experiments.insert(experiment)
    }
    return experiments
  }
}
