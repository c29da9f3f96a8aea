import ArgumentParser
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

/// Throws if more than one of a command's inputs is standard input, which can be read only once.
func checkStandardInput(of inputs: [String?]) throws(ValidationError) {
  guard inputs.count(where: { $0 == "-" }) <= 1 else {
    throw ValidationError("Only one input can be standard input.")
  }
}
