import CSQLite

extension Connection {
  /// Has a running statement ask every so many instructions whether to stop; nil asks no more.
  ///
  /// A statement that is told to stop throws an error of kind `interrupted`
  /// (sqlite.org/c3ref/progress_handler.html). The question must not use the connection.
  public func setProgressHandler(
    everyInstructions interval: Int32 = 1_000, _ shouldStop: (() -> Bool)?
  ) {
    let handler = shouldStop.map(ProgressHandler.init)
    guard let handler else {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progressHandler = nil
      return
    }
    sqlite3_progress_handler(
      handle, interval,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ProgressHandler>.fromOpaque(context).takeUnretainedValue().shouldStop()
          ? 1 : 0
      }, Unmanaged.passUnretained(handler).toOpaque())
    progressHandler = handler
  }
}

/// Keeps a closure at an address that SQLite can hold.
final class ProgressHandler {
  let shouldStop: () -> Bool

  init(_ shouldStop: @escaping () -> Bool) {
    self.shouldStop = shouldStop
  }
}
