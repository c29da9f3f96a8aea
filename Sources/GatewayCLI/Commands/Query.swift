import ArgumentParser
import CatalogGateway
import CatalogStore

/// `gridql query`: runs a query in this process or at an endpoint.
struct Query: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a query and print the answer.",
    usage: """
      gridql query QUERY [--database FILE | --endpoint URL] [--output FORMAT] …
      gridql query --file FILE …
      gridql query - …
      """,
    discussion: """
      Without --database and --endpoint, the query runs on the sample catalog. A mutation of a \
      file is the operator's own: it needs no token, and the history names nobody.

      The formats json and compact print the whole response. The others print rows: the items of \
      the first list of objects in the data, outermost first; nested objects become columns like \
      category.title. They leave the errors to standard error. All but the table print while the \
      answer arrives; an answer that is cut short ends with status 2.

      Examples:
        gridql query '{ package(id: 2192) { title grids { title } } }'
        gridql query --file q.graphql -v slug=django-vies -v first=10 --output table
        gridql query --endpoint http://localhost:8080/graphql '{ __typename }'
        gridql query --endpoint … --header "Authorization: Bearer $TOKEN" --file edit.graphql
      """)

  @OptionGroup var input: QueryInput

  @Option(help: ArgumentHelp("Ask the catalog in this file, without limits.", valueName: "file"))
  var database: String?

  @Option(help: ArgumentHelp("Ask this server.", valueName: "url"))
  var endpoint: String?

  @Option(
    name: .customLong("header"),
    help: ArgumentHelp("Send this header to the endpoint.", valueName: "name: value"))
  var headers: [String] = []

  @Option(help: ArgumentHelp("How to print the answer.", valueName: "format"))
  var output = OutputFormat.json

  @Flag(help: "Ask for extensions.stats: what the query cost.")
  var stats = false

  func validate() throws {
    guard database == nil || endpoint == nil else {
      throw ValidationError("Give --database or --endpoint, not both.")
    }
    if let endpoint, !RemoteEndpoint.accepts(url: endpoint) {
      throw ValidationError("--endpoint needs an http:// or https:// URL, not '\(endpoint)'.")
    }
    guard headers.isEmpty || endpoint != nil else {
      throw ValidationError("--header makes sense only with --endpoint.")
    }
    for header in headers where EndpointHeader(header) == nil {
      throw ValidationError("--header needs 'Name: value', not '\(header)'.")
    }
  }

  func run() async throws {
    let source = try input.source()
    let request = try input.request(for: source, wantsStats: stats)
    var printer = ResponsePrinter(format: output, query: source, operation: input.operation)
    if let endpoint {
      let remote = RemoteEndpoint(url: endpoint, headers: headers.compactMap(EndpointHeader.init))
      try await remote.execute(request) { try printer.receive($0) }
    } else {
      let catalog = try database.map { try openCatalog(at: $0) } ?? sampleCatalog()
      // The answer may be the whole catalog, which is read once.
      let session = try gateway(over: catalog).makeSession(.copied)
      var request = request
      request.origin.credentials = .localOperator
      _ = try session.execute(request) { try printer.receive($0) }
    }
    try printer.finish()
    if printer.hasErrors { throw FoundErrors() }
  }
}
