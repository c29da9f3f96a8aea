/// A fenced block of a Markdown text.
struct CodeBlock: Equatable {
  let language: String
  let text: String
}

/// The fenced blocks of a text, in order.
func codeBlocks(in markdown: String) -> [CodeBlock] {
  var blocks: [CodeBlock] = []
  var open: (language: String, lines: [Substring])?
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
    switch (line.hasPrefix("```"), open) {
    case (true, let block?):
      blocks.append(
        CodeBlock(language: block.language, text: block.lines.joined(separator: "\n")))
      open = nil
    case (true, nil):
      open = (String(line.dropFirst(3)), [])
    case (false, _):
      open?.lines.append(line)
    }
  }
  return blocks
}

/// The query of a text and the response shown after it: each `graphql` block with the next `json`
/// block. A query that no response follows is left out.
func queriesWithResponses(in markdown: String) -> [(query: String, response: String)] {
  let blocks = codeBlocks(in: markdown).filter { ["graphql", "json"].contains($0.language) }
  return zip(blocks, blocks.dropFirst())
    .filter { $0.language == "graphql" && $1.language == "json" }
    .map { (query: $0.text, response: $1.text) }
}
