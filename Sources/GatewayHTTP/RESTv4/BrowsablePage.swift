import JSON

/// The page that shows an answer of the API to a person: what was asked, what came back, and where to
/// go from here. It needs nothing from elsewhere.
struct BrowsablePage {
  let exchange: RESTExchange
  let content: RESTContent
  /// The content in the form that it is shown in.
  let text: [UInt8]

  /// The whole page.
  var html: [UInt8] {
    var page: [UInt8] = []
    let view = exchange.path.view
    page.append(
      contentsOf: """
        \(pageStart(title: "\(view.name) – gridql"))
        <header><a href="\(path)\(RESTPath.base)">gridql</a> <span>REST API v4</span></header>
        <nav aria-label="Breadcrumb"><ol>\(breadcrumbs)</ol></nav>
        <main>
        <div class="tools">\(tools)</div>
        <h1>\(view.name)</h1>
        \(view.description.map { "<p>\(GatewayHTTP.html($0))</p>\n" }.joined())\(pager)\
        <pre class="request"><b>\(method)</b> \
        \(GatewayHTTP.html(path + exchange.request.target))</pre>
        <pre><b>HTTP \(content.status.code) \(content.status.reasonPhrase)</b>
        <b>Allow:</b> \(restMethods)
        <b>Content-Type:</b> application/json
        <b>Vary:</b> Accept


        """.utf8)
    appendLinkedHTML(text, to: &page)
    page.append(contentsOf: "</pre>\n</main>\n</body>\n</html>\n".utf8)
    return page
  }

  /// A page that is not sent, to HEAD, is the one that GET would have.
  private var method: String {
    exchange.request.method == .HEAD ? "GET" : exchange.request.method.name
  }

  /// The path in front of ours, where clients reach the server through another.
  private var path: String { exchange.publicURL.path }

  private var breadcrumbs: String {
    let trail = exchange.path.view.trail
    return trail.enumerated().map { index, step in
      let isHere = index == trail.count - 1
      let target = isHere ? exchange.request.path : Array(step.path.utf8)
      let url = String(decoding: percentEncodedPath(target), as: UTF8.self) + exchange.formatQuery
      let current = isHere ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(GatewayHTTP.html(path + url))\"\(current)>\(step.view.name)</a></li>"
    }.joined(separator: " ")
  }

  private var tools: String {
    let target = path + String(decoding: percentEncodedPath(exchange.request.path), as: UTF8.self)
    let formats = RESTFormat.allCases.map { format in
      let query = exchange.request.carriedParameters.replacing("format", with: format.rawValue).text
      return link(format.rawValue, to: target + query)
    }
    var query: [UInt8] = []
    appendPercentEncoded(equivalentQuery(to: exchange).utf8, to: &query) { _ in false }
    return
      ([link("GET", to: path + exchange.request.target)] + formats + [
        "<button type=\"button\" onclick=\"\(GatewayHTTP.html(showOptions))\">OPTIONS</button>",
        link(
          "Ask in GraphQL",
          to: "\(path)/graphql?query=\(String(decoding: query, as: UTF8.self))"),
      ]).joined(separator: " ")
  }

  /// The numbers of the list's pages; empty where there is but one, or none.
  private var pager: String {
    guard case .list = exchange.path.view, content.status == .ok,
      exchange.request.method != .OPTIONS, let count = content.firstNumber
    else { return "" }
    let pagination = exchange.pagination
    let page = pagination.page
    let (limit, offset) = (Int(page.limit), Int(page.offset))
    guard count > limit else { return "" }
    let numbers = PageNumbers(count: count, limit: limit, offset: offset)
    let items = numbers.shown.map { number -> String in
      guard let number else { return "<span>…</span>" }
      if number == numbers.current { return "<b aria-current=\"page\">\(number)</b>" }
      let start = offset + (number - numbers.current) * limit
      return link("\(number)", to: pagination.url(offset: number == 1 ? nil : start))
    }
    let previous = page.previous.map { link("«", to: $0) } ?? "<span>«</span>"
    let next = offset + limit < count ? link("»", to: page.next) : "<span>»</span>"
    let all = ([previous] + items + [next]).joined(separator: " ")
    return "<nav class=\"pages\" aria-label=\"Pages\">\(all)</nav>\n"
  }

  private func link(_ text: String, to target: String) -> String {
    "<a href=\"\(GatewayHTTP.html(target))\">\(text)</a>"
  }
}

/// Puts the answer to OPTIONS in the page's place, which no link can ask for.
private let showOptions = """
  fetch(location.href,{method:'OPTIONS',headers:{Accept:'text/html'}}).then(r=>r.text())\
  .then(t=>{document.open();document.write(t);document.close()})
  """

/// A page with nothing but a message.
func messagePage(_ title: String, _ message: String) -> [UInt8] {
  Array(
    """
    \(pageStart(title: "\(title) – gridql"))
    <main>
    <h1>\(html(title))</h1>
    <p>\(html(message))</p>
    </main>
    </body>
    </html>

    """.utf8)
}

private func pageStart(title: String) -> String {
  """
  <!DOCTYPE html>
  <html lang="en">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, noarchive">
  <title>\(html(title))</title>
  <style>
  \(Embedded.browsablePageCSS)</style>
  </head>
  <body>
  """
}
