import GraphQLLanguage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads what a DOCUMENT on the command line names: a file, standard input for `-`, or, if there is
/// no such file, itself.
func readDocument(_ argument: String) throws(FileError) -> Source {
  guard argument == "-" || access(argument, F_OK) == 0 else {
    return Source(argument, name: "document")
  }
  let input = try InputFile(path: argument)
  return Source(try input.readAll(), name: input.name)
}
