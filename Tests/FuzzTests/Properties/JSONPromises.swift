import JSON

func checkJSON(_ input: [UInt8]) throws(BrokenPromise) {
  guard let value = parsedJSON(input) else { return }
  do {
    var reader = JSONReader(input)
    try reader.skipValue()
    try reader.finish()
  } catch {
    throw BrokenPromise("What can be read can be skipped: \(error)")
  }
  var compact: [UInt8] = []
  appendJSON(value, to: &compact)
  try promise(parsedJSON(compact) == value, "What is written can be read: \(value)")
  var indented: [UInt8] = []
  appendJSON(value, indent: 2, to: &indented)
  try promise(parsedJSON(indented) == value, "What is written in lines can be read: \(value)")
}

func checkChunks(_ input: [UInt8]) throws(BrokenPromise) {
  let whole = Pieces(of: input, chunkBytes: max(input.count, 1))
  for chunkBytes in [1, 3, 7] {
    try promise(
      Pieces(of: input, chunkBytes: chunkBytes) == whole,
      "Values do not depend on where the text is cut: \(chunkBytes) bytes at a time.")
  }
}

/// What a splitter cuts out of a text.
private struct Pieces: Equatable {
  var texts: [[UInt8]] = []
  var starts: [JSONPosition] = []
  var error: JSONError?

  init(of input: [UInt8], chunkBytes: Int) {
    var splitter = JSONSplitter()
    do throws(JSONError) {
      for start in stride(from: 0, to: input.count, by: chunkBytes) {
        splitter.append(Array(input[start..<min(start + chunkBytes, input.count)]))
        try take(from: &splitter)
      }
      splitter.finish()
      try take(from: &splitter)
    } catch {
      self.error = error
    }
  }

  private mutating func take(from splitter: inout JSONSplitter) throws(JSONError) {
    while let piece = try splitter.next() {
      texts.append(Array(splitter.bytes[piece.range]))
      starts.append(piece.start)
      _ = parsedJSON(Array(splitter.bytes[piece.range]))
    }
  }
}

/// The value that a text is; nil if it is none, for which there is a sentence.
func parsedJSON(_ input: [UInt8]) -> JSONValue? {
  do {
    return try parseJSON(input)
  } catch {
    _ = "\(error)"
    return nil
  }
}

/// A response has data or errors, and every error a message.
func checkResponse(_ body: [UInt8]) throws(BrokenPromise) {
  let text = String(decoding: body, as: UTF8.self)
  guard case .object(let members) = parsedJSON(body) else {
    throw BrokenPromise("A response is a JSON object: \(text)")
  }
  let names = members.map(\.name)
  try promise(
    names.contains { $0 == "data" || $0 == "errors" }, "There are data or errors: \(text)")
  try promise(Set(names).count == names.count, "No member is there twice: \(text)")
  guard let errors = members.first(where: { $0.name == "errors" })?.value else { return }
  guard case .array(let errors) = errors, !errors.isEmpty else {
    throw BrokenPromise("Errors are a list that is not empty: \(text)")
  }
  for error in errors {
    guard case .string(let message) = error["message"], !message.isEmpty else {
      throw BrokenPromise("An error has a message: \(text)")
    }
  }
}
