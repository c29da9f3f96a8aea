#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a stream is to a person who watches it.
extension StandardStream {
  /// Whether a person watches: a terminal that can be controlled.
  var isTerminal: Bool {
    isatty(descriptor) == 1 && environment("TERM") != "dumb"
  }

  /// Whether to write in colour: on a terminal, unless `NO_COLOR` is set (no-color.org).
  var wantsColor: Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty
  }

  /// The terminal's width in columns; nil if this is none.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
