import CatalogStore
import Logging

/// Logs one line for each event, in a format, through a writer that never blocks.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level
  let format: LogFormat
  let writer: LogWriter
  /// Microseconds since 1970.
  var now: @Sendable () -> Int64 = currentInstant

  init(logLevel: Logger.Level, format: LogFormat, writer: LogWriter) {
    self.logLevel = logLevel
    self.format = format
    self.writer = writer
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var metadata = metadata
    metadata.merge(metadataProvider?.get() ?? [:]) { _, new in new }
    metadata.merge(event.metadata ?? [:]) { _, new in new }
    if let error = event.error { metadata["error"] = .string(sentence(for: error)) }
    writer.add(format.line(event.level, event.message.description, metadata, at: now()))
  }
}
