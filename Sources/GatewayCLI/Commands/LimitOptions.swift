import ArgumentParser
import CatalogGateway
import GatewayHTTP

/// What one request may cost, as options of `gridql serve`.
struct LimitOptions: ParsableArguments {
  private static let defaults = RequestLimits()

  @Option(name: .customLong("max-body-bytes"), help: limitHelp("Bytes of a request body."))
  var bodyBytes = Maximum(ServerConfiguration().bodyBytes)

  @Option(name: .customLong("max-tokens"), help: limitHelp("Tokens of a document."))
  var tokens = Maximum(defaults.tokens)

  @Option(
    name: .customLong("max-depth"), help: limitHelp("Levels of fields within each other."))
  var depth = Maximum(defaults.depth)

  @Option(name: .customLong("max-aliases"), help: limitHelp("Aliases of an operation."))
  var aliases = Maximum(defaults.aliases)

  @Option(
    name: .customLong("max-root-fields"), help: limitHelp("Fields of an operation's root."))
  var rootFields = Maximum(defaults.rootFields)

  @Option(name: .customLong("max-directives"), help: limitHelp("Directives of an operation."))
  var directives = Maximum(defaults.directives)

  @Option(
    name: .customLong("max-directives-per-place"), help: limitHelp("Directives at one place."))
  var directivesPerPlace = Maximum(defaults.directivesPerPlace)

  @Option(
    name: .customLong("max-variable-nesting"),
    help: limitHelp("Levels of lists and objects in a variable."))
  var variableNesting = Maximum(defaults.variableNesting)

  @Option(name: .customLong("max-plan-nodes"), help: limitHelp("Nodes of an operation's plan."))
  var planNodes = Maximum(defaults.planNodes)

  @Option(
    name: .customLong("max-first"), help: limitHelp("Objects that first and last may ask for."))
  var first = Maximum(defaults.first)

  @Option(name: .customLong("max-rows"), help: limitHelp("Rows that a request's lookups read."))
  var rows = Maximum(defaults.rows)

  @Option(name: .customLong("max-response-bytes"), help: limitHelp("Bytes of a response."))
  var responseBytes = Maximum(defaults.responseBytes)

  @Option(
    name: .customLong("deadline"),
    help: ArgumentHelp(
      "How long a request may take, such as 500ms, 5s or 1m.", valueName: "duration"))
  var deadline = MaximumDuration(defaults.deadline)

  @Option(
    name: .customLong("mutation-deadline"),
    help: ArgumentHelp(
      "How long a mutation may take once the writer has taken it up.", valueName: "duration"))
  var mutationDeadline = MaximumDuration(defaults.mutationDeadline)

  /// What the gateway is told.
  var requestLimits: RequestLimits {
    var limits = RequestLimits()
    limits.tokens = tokens.count
    limits.depth = depth.count
    limits.aliases = aliases.count
    limits.rootFields = rootFields.count
    limits.directives = directives.count
    limits.directivesPerPlace = directivesPerPlace.count
    limits.variableNesting = variableNesting.count
    limits.planNodes = planNodes.count
    limits.first = first.count
    limits.rows = rows.count
    limits.responseBytes = responseBytes.count
    limits.deadline = deadline.duration
    limits.mutationDeadline = mutationDeadline.duration
    return limits
  }
}

private func limitHelp(_ abstract: String) -> ArgumentHelp {
  ArgumentHelp("\(abstract)", valueName: "n")
}

/// How much there may be of something: a whole number from 1, or `none` for any number.
struct Maximum: ExpressibleByArgument {
  let count: Int

  init(_ count: Int) {
    self.count = count
  }

  init?(argument: String) {
    if argument == "none" {
      count = .max
    } else {
      guard let count = Int(argument), count > 0 else { return nil }
      self.count = count
    }
  }

  var defaultValueDescription: String { count == .max ? "none" : "\(count)" }
}

/// How long something may take: a whole number from 1 with `ms`, `s`, `m` or `h`, or `none` for any time.
struct MaximumDuration: ExpressibleByArgument {
  let duration: Duration?

  private static let units: [TimeUnit] = [.milliseconds, .seconds, .minutes, .hours]

  init(_ duration: Duration?) {
    self.duration = duration
  }

  init?(argument: String) {
    if argument == "none" {
      duration = nil
      return
    }
    // Nine digits of hours are more than anybody waits, and fit a Duration.
    guard let duration = Duration(argument, digits: 9, units: Self.units), duration > .zero
    else { return nil }
    self.duration = duration
  }

  var defaultValueDescription: String { duration?.text(units: Self.units) ?? "none" }
}
