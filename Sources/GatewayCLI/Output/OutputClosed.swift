#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whoever read our output has stopped reading.
struct OutputClosed: Error {}

/// Lets writing to a closed pipe fail instead of killing the process.
func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}
