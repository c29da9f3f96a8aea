/// A page to ask questions with, which `GET /graphql` gives to browsers.
struct ExplorerPage: Sendable {
  /// The whole page.
  let html: Asset
  /// What the page may do, as its fields say it; each line with its end.
  let fieldLines: [UInt8]

  init(html: String, policy: ContentSecurityPolicy) {
    self.html = Asset(Array(html.utf8))
    fieldLines = Array(
      """
      Content-Security-Policy: \(policy.text)\r
      Referrer-Policy: no-referrer\r
      X-Content-Type-Options: nosniff\r
      X-Frame-Options: DENY\r
      Cross-Origin-Opener-Policy: same-origin\r\n
      """.utf8)
  }
}

extension ExplorerPage {
  /// Our own page: it needs nothing from elsewhere, and runs nothing but the scripts it came with.
  static let own: ExplorerPage = {
    let style = lean(Embedded.explorerCSS)
    let theme = lean(Embedded.themeJS)
    let script = scripts.map(lean).joined(separator: "\n")
    var policy = ContentSecurityPolicy(
      scripts: [hashSource(of: theme), hashSource(of: script)], styles: [hashSource(of: style)],
      images: ["data:"])
    policy.add("require-trusted-types-for", "'script'")
    policy.add("trusted-types", "'none'")
    return ExplorerPage(
      html: "\(Embedded.explorerHTML)".filling(
        ["style": style, "theme": theme, "script": script]),
      policy: policy)
  }()

  /// The official GraphiQL, which the browser gets from its CDN, checked against known hashes.
  static let graphiQL: ExplorerPage = {
    let style = lean(Embedded.graphiqlCSS)
    let script = lean(Embedded.graphiqlJS)
    let cdn = ["react@18.2.0", "react-dom@18.2.0", "graphiql@3.8.3"]
      .map { "https://unpkg.com/\($0)/" }
    var policy = ContentSecurityPolicy(
      scripts: [hashSource(of: script)] + cdn,
      // Its editor writes style sheets as it goes.
      styles: ["'unsafe-inline'"] + cdn, images: ["data:"])
    policy.add("font-src", "data:")
    return ExplorerPage(
      html: "\(Embedded.graphiqlHTML)".filling(["style": style, "script": script]),
      policy: policy)
  }()

  /// Our scripts share one scope; a file comes after those whose constants it needs at once.
  private static var scripts: [StaticString] {
    [
      Embedded.elementsJS, Embedded.memoryJS, Embedded.lexerJS, Embedded.syntaxJS,
      Embedded.schemaJS, Embedded.nearestJS, Embedded.valuesJS, Embedded.checkJS,
      Embedded.suggestJS, Embedded.prettifyJS, Embedded.jsonJS, Embedded.editorJS,
      Embedded.popupJS, Embedded.requestJS, Embedded.sparklineJS, Embedded.treeJS,
      Embedded.tableJS, Embedded.matrixJS, Embedded.answerJS, Embedded.docsJS,
      Embedded.historyJS, Embedded.linkJS, Embedded.examplesJS, Embedded.panelsJS,
      Embedded.explorerJS,
    ]
  }
}

extension ServerConfiguration.Explorer {
  /// The page that is served, if one is.
  var page: ExplorerPage? {
    switch self {
    case .on: .own
    case .graphiql: .graphiQL
    case .off: nil
    }
  }
}

extension Answer {
  /// Gives a browser its page.
  init(_ page: ExplorerPage) {
    self.init(
      status: .ok, contentType: .html, asset: page.html, reuse: .untilProgramChanges,
      vary: .accept, fieldLines: page.fieldLines)
  }
}

/// A script or a style sheet without what only its readers need: comments on lines of their own,
/// indentation, blank lines. No string in it may run over several lines.
func lean(_ text: StaticString) -> String {
  "\(text)".split(separator: "\n")
    .map(trimmed)
    .filter { line in
      !line.isEmpty && !line.hasPrefix("//") && !(line.hasPrefix("/*") && line.hasSuffix("*/"))
    }
    .joined(separator: "\n")
}

extension String {
  /// This text with `{{name}}` replaced by the text of that name; what is filled in stays as it is.
  fileprivate func filling(_ texts: [Substring: String]) -> String {
    let parts = self[...].split(separator: "{{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { page, part in
      guard let end = part.firstRange(of: "}}"), let text = texts[part[..<end.lowerBound]] else {
        preconditionFailure("the page has a place that no text is for")
      }
      page += text + part[end.upperBound...]
    }
  }
}
