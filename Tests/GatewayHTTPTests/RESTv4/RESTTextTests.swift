import Testing

@testable import GatewayHTTP

@Suite("REST v4: JSON in a page")
struct RESTTextTests {
  @Test(
    "has its URLs as links and nothing as markup",
    arguments: [
      (#""a<b>&'""#, "&quot;a&lt;b&gt;&amp;&#x27;&quot;"),
      (
        #""https://x.org/?a=1&b=2""#,
        "&quot;<a href=\"https://x.org/?a=1&amp;b=2\" rel=\"nofollow\">"
          + "https://x.org/?a=1&amp;b=2</a>&quot;"
      ),
      (
        #"See http://x.org/). h"#,
        "See <a href=\"http://x.org/\" rel=\"nofollow\">http://x.org/</a>). h"
      ),
      (
        #"https://x.org/\n<b>"#,
        "<a href=\"https://x.org/\" rel=\"nofollow\">https://x.org/</a>\\n&lt;b&gt;"
      ),
      ("xhttps://x.org https:// ftp://x", "xhttps://x.org https:// ftp://x"),
    ])
  func linked(json: String, html: String) {
    var output: [UInt8] = []
    appendLinkedHTML(Array(json.utf8), to: &output)
    #expect(String(decoding: output, as: UTF8.self) == html)
  }
}
