import Testing

@testable import GatewayHTTP

private let browserAccept =
  "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

@Suite("The explorer")
struct ExplorerTests {
  @Test(
    "a client that prefers HTML gets the page, whatever it asks",
    arguments: [
      browserAccept, "text/html", "TEXT/HTML", "text/*",
      "text/html, application/json", "application/json;q=0.9, text/html",
      "*/*, text/html", "application/*, text/html;charset=utf-8",
    ],
    ["/graphql", "/graphql?query={__typename}", "/graphql?query=mutation{a}"])
  func page(accept: String, target: String) throws {
    let response = try TestConnection().response(to: .get(target, accept: accept))
    #expect(response.status == 200)
    #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.body == String(decoding: ExplorerPage.own.html.body, as: UTF8.self))
  }

  @Test(
    "any other client gets its response as ever",
    arguments: [
      nil, "", "*/*", "application/json", "application/json, text/html", "text/html;q=0.5, */*",
      "text/html;q=0, application/json", "application/graphql-response+json, text/html",
      "text/html;q=0.9, application/json",
    ] as [String?])
  func response(accept: String?) throws {
    let response = try TestConnection().response(
      to: .get("/graphql?query={__typename}", accept: accept))
    #expect(response.status == 200)
    #expect(response.body == #"{"data":{"__typename":"Query"}}"#)
  }

  @Test("a POST is answered even to a browser")
  func post() throws {
    let response = try TestConnection().response(
      to: .post(#"{"query":"{__typename}"}"#, accept: browserAccept))
    #expect(response.body == #"{"data":{"__typename":"Query"}}"#)
  }

  @Test("the page says what it may do")
  func fields() throws {
    let response = try TestConnection().response(to: .get("/graphql", accept: browserAccept))
    #expect(response.fields["Vary"] == "Accept, Accept-Encoding")
    #expect(response.fields["Referrer-Policy"] == "no-referrer")
    #expect(response.fields["X-Content-Type-Options"] == "nosniff")
    #expect(response.fields["X-Frame-Options"] == "DENY")
    #expect(response.fields["Cross-Origin-Opener-Policy"] == "same-origin")
    #expect(response.fields["Cache-Control"] == "no-cache")
    let scripts =
      texts(between: "<script>", "</script>", in: response.body)
      + texts(between: "<script type=\"module\">", "</script>", in: response.body)
    let styles = texts(between: "<style>", "</style>", in: response.body)
    #expect(scripts.count == 2 && styles.count == 1)
    #expect(
      response.fields["Content-Security-Policy"] == """
        default-src 'none'; script-src \(scripts.map(hashSource).joined(separator: " ")); \
        style-src \(styles.map(hashSource).joined(separator: " ")); img-src data:; \
        connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
        require-trusted-types-for 'script'; trusted-types 'none'
        """)
  }

  @Test("the page needs nothing from elsewhere, and has no place left to fill")
  func selfContained() {
    let page = String(decoding: ExplorerPage.own.html.body, as: UTF8.self)
    for text in ["src=", "@import", "url(", "href=\"http", "import ", "{{", "innerHTML", "eval("] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test("HEAD has the fields alone")
  func head() throws {
    let connection = try TestConnection()
    try connection.send(
      TestRequest(
        method: "HEAD", target: "/graphql", accept: browserAccept, contentType: nil
      ).text)
    let response = try TestResponse.all(in: connection.received(), toHEAD: true)
    #expect(response.map(\.fields["Content-Length"]) == ["\(ExplorerPage.own.html.body.count)"])
  }

  @Test("GraphiQL loads three files, each with a hash, from where its policy says")
  func graphiQL() throws {
    let connection = try TestConnection { $0.explorer = .graphiql }
    let response = try connection.response(to: .get("/graphql", accept: browserAccept))
    let policy = try #require(response.fields["Content-Security-Policy"])
    let script = texts(between: "<script>", "</script>", in: response.body)
    #expect(script.count == 1)
    #expect(policy.contains("script-src \(script.map(hashSource).joined()) https://unpkg.com/"))
    let loaded = response.body.split(separator: "\n").filter { $0.contains("https://") }
    #expect(loaded.count == 4)
    #expect(loaded.allSatisfy { $0.contains(" integrity=\"sha384-") && $0.contains("crossorigin") })
  }

  @Test("switched off, a browser gets what any client would")
  func off() throws {
    let connection = try TestConnection { $0.explorer = .off }
    let response = try connection.response(
      to: .get("/graphql?query={__typename}", accept: browserAccept))
    #expect(response.body == #"{"data":{"__typename":"Query"}}"#)
    let refused = try connection.response(to: .get("/graphql", accept: "text/html"))
    #expect(refused.status == 406)
  }

  @Test("scripts and styles lose comments, indentation and blank lines, and nothing else")
  func leanTexts() {
    #expect(
      lean("// a\n/* b */\n\nx = 1; // c\n  y {\n\t/* d */ z /* e */ }\n")
        == "x = 1; // c\ny {\n/* d */ z /* e */ }")
  }

  /// The texts that stand between two others.
  private func texts(between start: String, _ end: String, in page: String) -> [String] {
    page.split(separator: start, omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix(upTo: part.firstRange(of: end)?.lowerBound ?? part.startIndex))
    }
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the digests of known texts",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      ),
    ])
  func digests(text: String, digest: String) {
    let hex = sha256(text.utf8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(hex.joined() == digest)
  }

  @Test("a source of a policy is the digest in Base64")
  func source() {
    #expect(hashSource(of: "") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
  }
}
