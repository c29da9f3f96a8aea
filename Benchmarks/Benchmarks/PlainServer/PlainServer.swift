import CatalogGateway
import CatalogStore
import Foundation
import GatewayHTTP
import Logging
import PlainSQL

/// The gateway's server with answers of plain SQL at `/benchmark/Q1/ID` and the like, and a constant one
/// at `/benchmark/static`: what the answers of GraphQL are compared with.
///
/// Usage: PlainServer DATABASE. Prints the URL when it accepts connections.
@main
enum PlainServer {
  static func main() async throws {
    let path = CommandLine.arguments[1]
    var configuration = ServerConfiguration(port: 0)
    configuration.eventLoops = 1
    configuration.benchmarkRoutes = BenchmarkRoutes {
      let fixed = try BenchmarkRoutes.fixed.makeAnswers()
      let plain = try PlainAnswers(path: path)
      return { path in fixed(path) ?? plain.answer(path) }
    }
    let gateway = try Gateway(catalog: CatalogDatabase(path: path)) { failure in
      print(failure)
    }
    var logger = Logger(label: "plain")
    logger.logLevel = .error
    try await GatewayServer(gateway: gateway, configuration: configuration, logger: logger) {
      // Not `print`, which waits for more where the output is a file.
      FileHandle.standardOutput.write(Data("\($0.endpointURL)\n".utf8))
    }.run()
  }
}
