import ArgumentParser
import CatalogStore
import CatalogSync
import Logging
import ServiceLifecycle

/// `gridql sync`: a REST v4 API into the database.
struct Sync: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a database in step with a REST v4 API.",
    discussion: """
      Reads the lists of categories, grids and packages from link to link, then imports them in one \
      transaction: readers see the catalog as it was until then. Features and elements, which REST \
      does not serve, stay as they are.

      What the origin no longer lists is marked and reported; --prune removes it. A run that was \
      stopped or failed keeps the pages it has for an hour, and the same command goes on from there. \
      Exit status 0 means that the database is in step, 2 that it is as it was.
      """)

  @Argument(
    help: ArgumentHelp(
      "The root of the API, such as https://djangopackages.org/api/v4/.", valueName: "url"),
    transform: originArgument)
  var origin: OriginURL

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var crawl: SyncOptionGroup

  func run() async throws {
    let catalog = try openCatalog(at: database.path, creating: true)
    let service = SyncOnce(
      origin: origin, catalog: catalog, database: database.path, options: crawl.options)
    // Its own errors are this command's; it has nothing to log.
    let logger = Logger(label: "gridql") { _ in SwiftLogNoOpLogHandler() }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
  }
}

/// One sync that a signal stops.
private struct SyncOnce: Service {
  let origin: OriginURL
  let catalog: CatalogDatabase
  let database: String
  let options: SyncOptions

  func run() async throws {
    let progress = SyncProgressLine()
    let report: SyncReport
    do {
      report = try await cancelWhenGracefulShutdown {
        try await HTTPTransport.withTransport(options: options) { transport in
          try await SyncRun(
            of: origin, into: catalog, options: options, transport: transport
          ) { await progress.show($0) }.run()
        }
      }
    } catch {
      await progress.clear()
      throw error
    }
    await progress.clear()
    let text = importReport(report.summary, database: database) + syncReport(report, of: origin)
    try standardOutput.write(Array(text.utf8))
    for note in importNotes(report.summary) + syncNotes(report) { standardError.note(note) }
  }
}
