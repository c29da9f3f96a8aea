import ArgumentParser
import GatewayHTTP

/// How answers are sent, as options of `gridql serve`.
struct TransferOptions: ParsableArguments {
  private static let defaults = TransferPolicy()

  /// Whether answers are compressed.
  enum Compression: String, CaseIterable, ExpressibleByArgument {
    case on
    case off
  }

  @Option(help: "Whether answers are compressed for clients that ask for it.")
  var compression = Compression.on

  @Option(
    name: .customLong("compression-min-bytes"),
    help: ArgumentHelp("From how many bytes on.", valueName: "n"))
  var compressionBytes = defaults.compressionBytes

  @Flag(
    name: .customLong("compress-rest"), inversion: .prefixedNo,
    help: "Compress answers of REST v4, too; the original sends them as they are.")
  var compressesREST = false

  @Option(
    help: ArgumentHelp(
      """
      What caches may do with answers to GET from the catalog, such as "public, max-age=60"; \
      without it they may keep them, and ask each time whether they still hold.
      """, valueName: "directives"))
  var cacheControl: CacheControl?

  func validate() throws {
    guard compressionBytes >= 0 else {
      throw ValidationError("--compression-min-bytes must not be negative.")
    }
  }

  /// What the server is told.
  var policy: TransferPolicy {
    var policy = TransferPolicy()
    policy.compresses = compression == .on
    policy.compressionBytes = compressionBytes
    policy.compressesREST = compressesREST
    policy.cacheControl = cacheControl
    return policy
  }
}

extension CacheControl: ExpressibleByArgument {
  /// Reads the argument of `--cache-control`.
  public init?(argument: String) {
    self.init(argument)
  }
}
